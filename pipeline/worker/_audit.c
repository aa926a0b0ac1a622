/* Calls a Python function at audit events of some names, and at no other.

   Python tells an audit hook of every event (PEP 578), and each id() is one: to copy a mobject takes
   thousands. A hook in Python is called for all of them, which takes a fifth of the time that a clip
   plays unseen; this one compares the event's name first. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string.h>

enum { MOST_NAMES = 8 };

typedef struct {
    PyObject *function;
    PyObject *names; /* keeps the texts that ``name`` points to */
    const char *name[MOST_NAMES];
    Py_ssize_t count;
} Hook;

static int hear(const char *event, PyObject *arguments, void *data)
{
    Hook *hook = data;
    for (Py_ssize_t i = 0; i < hook->count; i++)
        if (strcmp(event, hook->name[i]) == 0) {
            PyObject *answer = PyObject_CallFunction(hook->function, "sO", event, arguments);
            Py_XDECREF(answer);
            return answer ? 0 : -1;
        }
    return 0;
}

PyDoc_STRVAR(add_hook_doc,
"add_hook(function, names, /)\n--\n\n"
"Call ``function(event, arguments)`` at each audit event of these names, until Python ends.\n\n"
"An exception of the function is raised where the event happens, as with ``sys.addaudithook``.\n\n"
"Parameters\n"
"----------\n"
"function\n"
"    A function of the name and of the tuple of arguments.\n"
"names\n"
"    A tuple of at most eight names, each a text.\n");

static PyObject *add_hook(PyObject *Py_UNUSED(self), PyObject *given)
{
    PyObject *function, *names;
    if (!PyArg_ParseTuple(given, "OO!:add_hook", &function, &PyTuple_Type, &names))
        return NULL;
    Py_ssize_t count = PyTuple_GET_SIZE(names);
    if (!PyCallable_Check(function) || count > MOST_NAMES) {
        PyErr_SetString(PyExc_TypeError, "add_hook takes a function and at most eight names");
        return NULL;
    }
    Hook *hook = PyMem_Calloc(1, sizeof *hook);
    if (!hook)
        return PyErr_NoMemory();
    for (hook->count = 0; hook->count < count; hook->count++) {
        const char *name = PyUnicode_AsUTF8(PyTuple_GET_ITEM(names, hook->count));
        if (!name) {
            PyMem_Free(hook);
            return NULL;
        }
        hook->name[hook->count] = name;
    }
    /* A hook cannot be taken away: what it holds is held until the process ends. */
    hook->function = Py_NewRef(function);
    hook->names = Py_NewRef(names);
    if (PySys_AddAuditHook(hear, hook) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"add_hook", add_hook, METH_VARARGS, add_hook_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_audit", "Hears audit events of some names.", -1, methods,
    NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__audit(void) { return PyModule_Create(&module); }
