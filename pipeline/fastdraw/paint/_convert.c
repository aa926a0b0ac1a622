/* Converts pictures from RGBA to yuv420p, which a video holds. */

#include "_shared.h"

/* BLOCK pixels are converted at a time. A pixel is read as two halves of 16 bits: red with green in
   the high byte, and blue with the opacity in the high byte, as they lie in the memory of a
   little-endian machine. A number has eight bits before the point and eight behind it, and is never
   negative. */
enum { BLOCK = 64, HALVES = 2 * BLOCK };

#define WEIGHT(share) ((uint16_t)((share) * 65536 + 0.5))
#define BY_TURNS_4(a, b) a, b, a, b, a, b, a, b
#define BY_TURNS_16(a, b) \
    BY_TURNS_4(a, b), BY_TURNS_4(a, b), BY_TURNS_4(a, b), BY_TURNS_4(a, b)
#define BY_TURNS(a, b) \
    BY_TURNS_16(a, b), BY_TURNS_16(a, b), BY_TURNS_16(a, b), BY_TURNS_16(a, b)

static inline uint16_t weighed(uint16_t number, uint16_t weight)
{
    return (uint16_t)(((uint32_t)number * weight) >> 16);
}

/* Convert two rows of at most BLOCK pixels. */
FOR_EACH_PROCESSOR
static void convert_block(const uint8_t *picture, Py_ssize_t stride, uint8_t *luma,
                          Py_ssize_t luma_stride, uint8_t *blue, uint8_t *red, int width)
{
    static const uint16_t outer[HALVES] = {
        BY_TURNS(WEIGHT(0.2126 * 219 / 255), WEIGHT(0.0722 * 219 / 255))};
    static const uint16_t inner[HALVES] = {BY_TURNS(WEIGHT(0.7152 * 219 / 255), 0)};
    uint16_t rows[2][HALVES], low[HALVES], high[HALVES];
    if (width < BLOCK)
        memset(rows, 0, sizeof rows);
    for (int row = 0; row < 2; row++) {
        const uint16_t *halves = memcpy(rows[row], picture + row * stride, 4 * width);
        uint16_t sums[HALVES];
        uint32_t pairs[BLOCK];
        uint8_t bright[BLOCK];
        for (int i = 0; i < HALVES; i++)
            sums[i] = weighed((uint16_t)(halves[i] << 8), outer[i]) +
                      weighed(halves[i] & 0xFF00, inner[i]);
        memcpy(pairs, sums, sizeof pairs);
        for (int x = 0; x < BLOCK; x++)
            bright[x] = (uint8_t)(((pairs[x] & 0xFFFF) + (pairs[x] >> 16) + (16 << 8) + 128) >> 8);
        memcpy(luma + row * luma_stride, bright, width);
    }
    for (int i = 0; i < HALVES; i++) {
        low[i] = (rows[0][i] & 255) + (rows[1][i] & 255);
        high[i] = (rows[0][i] >> 8) + (rows[1][i] >> 8);
    }
    uint32_t outside[BLOCK], inside[BLOCK];
    uint8_t blueish[BLOCK / 2], reddish[BLOCK / 2];
    memcpy(outside, low, sizeof outside);
    memcpy(inside, high, sizeof inside);
    for (int x = 0; x < BLOCK / 2; x++) {
        uint32_t both = outside[2 * x] + outside[2 * x + 1];
        uint16_t r = (uint16_t)(both << 6), b = (uint16_t)(both >> 16 << 6);
        uint16_t g = (uint16_t)((inside[2 * x] + inside[2 * x + 1]) << 6);
        blueish[x] = (uint8_t)((weighed(b, WEIGHT(224 / 255.0 / 2)) + (128 << 8) + 128 -
                                weighed(r, WEIGHT(0.2126 / 1.8556 * 224 / 255)) -
                                weighed(g, WEIGHT(0.7152 / 1.8556 * 224 / 255))) >> 8);
        reddish[x] = (uint8_t)((weighed(r, WEIGHT(224 / 255.0 / 2)) + (128 << 8) + 128 -
                                weighed(g, WEIGHT(0.7152 / 1.5748 * 224 / 255)) -
                                weighed(b, WEIGHT(0.0722 / 1.5748 * 224 / 255))) >> 8);
    }
    memcpy(blue, blueish, width / 2);
    memcpy(red, reddish, width / 2);
}

static const char convert_doc[] =
    "convert(picture, size, luma, blue, red, strides, rect)\n--\n\n"
    "Convert a rectangle of a picture to yuv420p, BT.709, limited range, in place.\n\n"
    "Parameters\n----------\n"
    "picture, size\n    RGBA of (height, width, 4), and (height, width).\n"
    "luma, blue, red, strides\n    The planes of the whole picture; the bytes from row to row of\n"
    "    the first plane, and of the other two.\n"
    "rect\n    Left, top, right and bottom, all even. The chroma is the mean of four pixels.\n";

static PyObject *convert(PyObject *Py_UNUSED(module), PyObject *args)
{
    Py_buffer picture = {0}, luma = {0}, blue = {0}, red = {0};
    Py_ssize_t height, width, wide, narrow;
    Rect r;
    PyObject *result = NULL;
    if (!PyArg_ParseTuple(args, "y*(nn)w*w*w*(nn)(iiii)", &picture, &height, &width, &luma, &blue,
                          &red, &wide, &narrow, &r.left, &r.top, &r.right, &r.bottom))
        return NULL;
    if (height < 0 || width < 0 || height > MOST || width > MOST || wide > MOST || narrow > MOST ||
        picture.len != height * width * 4 || wide < width ||
        2 * narrow < width || luma.len < height * wide || blue.len < height / 2 * narrow ||
        red.len < height / 2 * narrow || r.left < 0 || r.top < 0 || r.right > width ||
        r.bottom > height || ((r.left | r.top | r.right | r.bottom) & 1)) {
        PyErr_SetString(PyExc_ValueError, "what is to be converted does not fit together");
        goto done;
    }
    Py_BEGIN_ALLOW_THREADS
    for (int y = r.top; y < r.bottom; y += 2)
        for (int x = r.left; x < r.right; x += BLOCK) {
            int count = r.right - x < BLOCK ? r.right - x : BLOCK;
            convert_block((uint8_t *)picture.buf + (y * width + x) * 4, width * 4,
                          (uint8_t *)luma.buf + y * wide + x, wide,
                          (uint8_t *)blue.buf + (y / 2) * narrow + x / 2,
                          (uint8_t *)red.buf + (y / 2) * narrow + x / 2, count);
        }
    Py_END_ALLOW_THREADS
    result = Py_NewRef(Py_None);
done:
    PyBuffer_Release(&picture);
    PyBuffer_Release(&luma);
    PyBuffer_Release(&blue);
    PyBuffer_Release(&red);
    return result;
}

static PyMethodDef methods[] = {
    {"convert", convert, METH_VARARGS, convert_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_convert", "Converts pictures from RGBA to yuv420p.", -1, methods,
    NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__convert(void) { return PyModule_Create(&module); }
