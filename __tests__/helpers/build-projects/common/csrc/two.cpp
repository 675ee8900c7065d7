#include "parts.h"

int two() { return 10; }
