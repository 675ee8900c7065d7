extern "C" int demo_archs() { return DEMO_ARCHS; }
