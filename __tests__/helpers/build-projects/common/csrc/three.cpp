#include "parts.h"

int three() { return 100; }
