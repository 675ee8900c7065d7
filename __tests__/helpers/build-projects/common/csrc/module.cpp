#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "parts.h"

static PyObject *value(PyObject *, PyObject *) { return PyLong_FromLong(one() + two() + three()); }

static PyObject *flag(PyObject *, PyObject *) { return PyUnicode_FromString(DEMO_TEXT(DEMO_FLAG)); }

static PyMethodDef methods[] = {
    {"value", value, METH_NOARGS, "Which source was compiled."},
    {"flag", flag, METH_NOARGS, "Which flag it was compiled with."},
    {nullptr, nullptr, 0, nullptr},
};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_core", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

PyMODINIT_FUNC PyInit__core() { return PyModule_Create(&definition); }
