#pragma once
#include "numbers.h"

int one();
int two();
int three();

#ifndef DEMO_FLAG
#define DEMO_FLAG unset
#endif
#define DEMO_TEXT_OF(name) #name
#define DEMO_TEXT(name) DEMO_TEXT_OF(name)
