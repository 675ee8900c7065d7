#include "parts.h"

int one() { return 1 + (FROM_HEADER); }
