/* What both extensions share: the size of a picture, and a function compiled for two processors. */

#ifndef SHARED_H
#define SHARED_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <string.h>

/* Compile a function twice, the second time for processors with AVX2; the system chooses when it
   loads the extension. */
#if defined(__x86_64__) && defined(__gnu_linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* The most pixels that a side of a picture may have; Cairo has the same limit. */
enum { MOST = 32767 };

typedef struct {
    int left, top, right, bottom;
} Rect;

#endif
