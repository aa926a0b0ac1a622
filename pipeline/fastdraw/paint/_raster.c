/* Paints many small shapes in the colours of gradients, and turns pictures into what a video holds.

   Cairo tells how much of each pixel a shape covers; the colours are then put on here. Left to
   Cairo and its pixman, a gradient is put on in general terms, at some ten times the price.
   Colours come out as pixman makes them: its steps, in 16.16 fixed point and single precision, are
   taken here too, for a gradient along a straight line, over what is there.

   The vectors are those of GCC and Clang. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <cairo.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef float float4 __attribute__((vector_size(16)));
typedef int32_t int4 __attribute__((vector_size(16)));
typedef uint16_t short8 __attribute__((vector_size(16)));
typedef uint8_t byte8 __attribute__((vector_size(8)));

#ifdef __clang__
#define SHUFFLE(v, ...) __builtin_shufflevector(v, v, __VA_ARGS__)
#else
#define SHUFFLE(v, ...) __builtin_shuffle(v, (short8){__VA_ARGS__})
#endif

/* Where the system can choose among them when it loads this: one for the newer processors too. */
#if defined(__x86_64__) && defined(__gnu_linux__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* Pixels that a side has at most: those of Cairo. */
enum { MOST = 32767 };
enum { BEHIND, FILL, STROKE, LAYERS };

typedef struct {
    uint8_t *picture, *stencil;
    Py_ssize_t width, stride; /* which is the stencil's */
    cairo_matrix_t to_scene; /* from pixels, each (right, down) of where it is */
    int right, down;
} Easel;

typedef struct {
    int left, top, right, bottom;
} Rect;

/* A gradient over the pixels around (across, down), as pixman would be given it. */
typedef struct {
    int64_t xx, xy, x0, yx, yy, y0; /* from pixels to the scene */
    int64_t px, py, dx, dy;         /* where it begins, and how far it goes */
    double inverse;
    float slope[4], base[4];
    int is_solid; /* one colour to Cairo: both ends have the same, or are one point */
    uint32_t solid;
} Gradient;

static int64_t fixed(double number) { return llrint(number * 65536); }

static int64_t times(int64_t a, int64_t x, int64_t b, int64_t y, int64_t c)
{
    int64_t whole = a * (x >> 16) + b * (y >> 16) + c;
    int64_t part = a * (x & 0xFFFF) + b * (y & 0xFFFF);
    return whole + ((part + 0x8000) >> 16);
}

/* Shift the pixels so that they and the scene have origins equally far away, as Cairo does: so
   that neither needs more digits than pixman has. */
static void share_out(Easel *easel)
{
    cairo_matrix_t *m = &easel->to_scene;
    double right = m->x0, down = m->y0, norm = fmax(fabs(right), fabs(down));
    for (int i = -1; i < 2; i += 2)
        for (int j = -1; j < 2; j += 2) {
            double scale = (m->xx + i) * (m->yy + j) - m->xy * m->yx;
            if (fabs(scale) < 1e-9)
                continue;
            double x = (m->y0 * m->xy - m->x0 * (m->yy + j)) / scale;
            double y = (m->x0 * m->yx - m->y0 * (m->xx + i)) / scale;
            if (norm > fmax(fabs(x), fabs(y)))
                norm = fmax(fabs(x), fabs(y)), right = x, down = y;
        }
    easel->right = -(int)floor(right), easel->down = -(int)floor(down);
    cairo_matrix_translate(m, -easel->right, -easel->down);
}

static double within(double part) { return part > 0 ? part < 1 ? part : 1 : 0; }

/* A part of a colour as Cairo keeps it. */
static uint16_t kept(double part) { return (uint16_t)(within(part) * 65535.0 + 0.5); }

static Gradient gradient_of(const double ends[4], const double stops[8], cairo_matrix_t m,
                            double across, double down)
{
    double end[4], most = 16383, size = most; /* as far as pixman can count */
    for (int i = 0; i < 4; i++)
        size = fmax(size, fmax(fabs(ends[i]), i > 1 ? fabs(ends[i] - ends[i - 2]) : 0));
    for (int i = 0; i < 4; i++)
        end[i] = isfinite(size) ? ends[i] * (most / size) : 0;
    cairo_matrix_t smaller;
    cairo_matrix_init_scale(&smaller, most / size, most / size);
    cairo_matrix_multiply(&m, &m, &smaller);
    Gradient g = {.xx = fixed(m.xx), .xy = fixed(m.xy), .yx = fixed(m.yx), .yy = fixed(m.yy)};
    /* Rounded, the matrix is right at the middle, and at the edges as little wrong as can be. */
    int64_t x = fixed(across), y = fixed(down);
    g.x0 = fixed(m.xx * across + m.xy * down + m.x0) - times(g.xx, x, g.xy, y, 0);
    g.y0 = fixed(m.yx * across + m.yy * down + m.y0) - times(g.yx, x, g.yy, y, 0);
    g.px = fixed(end[0]), g.py = fixed(end[1]);
    g.dx = fixed(end[2]) - g.px, g.dy = fixed(end[3]) - g.py;
    double length = (double)(g.dx * g.dx + g.dy * g.dy);
    g.inverse = length ? 65536.0 / length : 0;
    int is_point = fabs(ends[2] - ends[0]) < DBL_EPSILON && fabs(ends[3] - ends[1]) < DBL_EPSILON;
    double mean[4];
    g.is_solid = 1;
    for (int c = 0; c < 4; c++) {
        uint16_t from = kept(stops[c]), to = kept(stops[4 + c]);
        float first = from * (1.0f / 257.0f), last = to * (1.0f / 257.0f);
        g.base[c] = first * (1.0f / 255.0f);
        g.slope[c] = (last - first) * (1.0f / 255.0f);
        g.is_solid &= from == to;
        mean[c] = is_point ? (within(stops[c]) + within(stops[4 + c])) / 2 : within(stops[c]);
    }
    g.is_solid |= is_point;
    for (int c = 0; c < 4; c++)
        g.solid |= (uint32_t)(kept(c < 3 ? mean[c] * mean[3] : mean[3]) >> 8) << (8 * c);
    return g;
}

/* Work out eight colours of a gradient, which is at `from`, in 65536ths of its length, and goes on by
   `step`, `place` times and more. */
static inline void mix(const Gradient *g, int32_t from, double step, int place, uint32_t *colours)
{
    int32_t places[8];
    for (int i = 0; i < 8; i++)
        places[i] = from + (int32_t)((place + i) * step);
    for (int i = 0; i < 8; i += 4) {
        int4 at;
        memcpy(&at, places + i, sizeof at);
        at &= at > 0;
        at -= (at - 65536) & (at > 65536);
        float4 along = __builtin_convertvector(at, float4) * (1.0f / 65536.0f);
        float4 alpha = 255.0f * (g->slope[3] * along + g->base[3]);
        int4 pixels = __builtin_convertvector(alpha + 0.5f, int4) << 24;
        for (int c = 0; c < 3; c++) {
            float4 part = alpha * (g->slope[c] * along + g->base[c]) + 0.5f;
            pixels |= __builtin_convertvector(part, int4) << (8 * c);
        }
        memcpy(colours + i, &pixels, sizeof pixels);
    }
}

static inline short8 spread(const void *two_pixels)
{
    byte8 bytes;
    memcpy(&bytes, two_pixels, sizeof bytes);
    return __builtin_convertvector(bytes, short8);
}

/* Return parts ÷ 255 × shares, rounded. */
static inline short8 scaled(short8 parts, short8 shares)
{
    short8 product = parts * shares + 128;
    return (product + (product >> 8)) >> 8;
}

/* Put the colours on where the stencil says, and wipe it. */
FOR_EACH_PROCESSOR
static void put_on(const Easel *easel, const Gradient *g, Rect box)
{
    /* Nobody sees where within a pixel a gradient lies that is shorter than a pixel's quarter. */
    double far = 1 << 30, farthest = far / (easel->stride + 8);
    double step = (double)(g->dx * g->xx + g->dy * g->yx) * g->inverse;
    step = fmin(fmax(step, -farthest), farthest);
    int64_t across = (int64_t)(box.left + easel->right) * 65536 + 0x8000;
    uint32_t colours[8];
    for (int i = 0; i < 8; i++)
        colours[i] = g->solid;
    for (int y = box.top; y < box.bottom; y++) {
        int64_t down = (int64_t)(y + easel->down) * 65536 + 0x8000;
        int64_t sx = times(g->xx, across, g->xy, down, g->x0) - g->px;
        int64_t sy = times(g->yx, across, g->yy, down, g->y0) - g->py;
        double t = (double)(g->dx * sx + g->dy * sy) * g->inverse;
        int32_t from = (int32_t)fmin(fmax(t, -far), far);
        uint8_t *mask = easel->stencil + y * easel->stride;
        uint8_t *row = easel->picture + y * easel->width * 4;
        for (int x = box.left & ~7; x < box.right; x += 8) {
            uint64_t some;
            memcpy(&some, mask + x, sizeof some);
            if (!some)
                continue;
            if (!g->is_solid)
                mix(g, from, step, x - box.left, colours);
            for (int i = x; i < x + 8; i += 2) {
                uint16_t a = mask[i], b = mask[i + 1];
                if (!(a | b))
                    continue;
                short8 over = scaled(spread(colours + i - x), (short8){a, a, a, a, b, b, b, b});
                short8 rest = 255 - SHUFFLE(over, 3, 3, 3, 3, 7, 7, 7, 7);
                short8 sum = over + scaled(spread(row + 4 * i), rest);
                sum -= (sum - 255) & (short8)(sum > 255);
                byte8 bytes = __builtin_convertvector(sum, byte8);
                memcpy(row + 4 * i, &bytes, sizeof bytes);
            }
            memset(mask + x, 0, 8);
        }
    }
}

/* Here and in `lay`: the rule of lay_paths in shape.py, with its RELATIVE. */
static int alike(double a, double b, double slack)
{
    return fabs(a - b) <= slack + 1e-5 * fabs(b);
}

static int same(const double *a, const double *b, double slack)
{
    return alike(a[0], b[0], slack) && alike(a[1], b[1], slack);
}

/* Lay the path of whole curves, of four points each, in space; only the plane counts. */
static void lay(cairo_t *pen, const double *points, const double *end, double slack)
{
    cairo_new_path(pen);
    for (const double *start = points; start < end;) {
        const double *curve = start;
        cairo_move_to(pen, curve[0], curve[1]);
        do {
            cairo_curve_to(pen, curve[3], curve[4], curve[6], curve[7], curve[9], curve[10]);
            curve += 12;
        } while (curve < end && same(curve - 3, curve, slack));
        if (same(start, curve - 3, slack))
            cairo_close_path(pen);
        start = curve;
    }
}

static int meets(Rect box, const Rect *holes, Py_ssize_t count)
{
    for (Py_ssize_t i = 0; i < count; i++)
        if (box.left < holes[i].right && holes[i].left < box.right && box.top < holes[i].bottom &&
            holes[i].top < box.bottom)
            return 1;
    return 0;
}

/* Of less than that, Cairo paints nothing. */
static int seen(const double stops[8]) { return kept(stops[3]) > 255 || kept(stops[7]) > 255; }

typedef struct {
    const double *points, *slack, *ends, *colours, *widths;
    const int64_t *starts, *order;
    const int32_t *styles;
    const Rect *boxes, *holes;
    Py_ssize_t painted, openings;
} Faces;

static void paint_faces(cairo_t *pen, const Easel *easel, const Faces *all)
{
    for (Py_ssize_t n = 0; n < all->painted; n++) {
        Py_ssize_t i = all->order[n];
        Rect box = all->boxes[i];
        if (box.left >= box.right || box.top >= box.bottom ||
            !meets(box, all->holes, all->openings))
            continue;
        const double *stops = all->colours + i * LAYERS * 8;
        double across = (box.left + box.right) / 2.0, down = (box.top + box.bottom) / 2.0;
        cairo_set_line_join(pen, (cairo_line_join_t)all->styles[2 * i]);
        cairo_set_line_cap(pen, (cairo_line_cap_t)all->styles[2 * i + 1]);
        lay(pen, all->points + 3 * all->starts[i], all->points + 3 * all->starts[i + 1],
            all->slack[i]);
        for (int layer = 0; layer < LAYERS; layer++, stops += 8) {
            double width = all->widths[2 * i + (layer == STROKE)];
            if (!seen(stops) || (layer != FILL && !width))
                continue;
            if (layer == FILL) {
                cairo_fill_preserve(pen);
            } else {
                cairo_set_line_width(pen, width);
                cairo_stroke_preserve(pen);
            }
            Gradient g = gradient_of(all->ends + 4 * i, stops, easel->to_scene, across, down);
            put_on(easel, &g, box);
        }
    }
}

static const char paint_doc[] =
    "paint(picture, stencil, size, matrix, points, starts, slack, boxes, ends, colours, widths, "
    "styles, order, holes)\n--\n\n"
    "Paint shapes over a picture.\n\n"
    "Parameters\n----------\n"
    "picture\n    RGBA of (height, width, 4); its width is even.\n"
    "stencil\n    Zeros, which they are again afterwards: as many rows, each as long or longer, and\n"
    "    a multiple of eight.\n"
    "size, matrix\n    (height, width), and (xx, yx, xy, yy, x0, y0) from the scene to pixels.\n"
    "points, starts, slack\n    Curves of all shapes, float64 (p, 3), four points each; where each\n"
    "    shape's begin, and the last one's end, int64 (n + 1); within what two points are one.\n"
    "boxes\n    The pixels that each may touch: left, top, right, bottom, int32 (n, 4).\n"
    "ends\n    Where its gradient begins and ends, float64 (n, 2, 2).\n"
    "colours\n    There, of the line behind, the area and the line: float64 (n, 3, 2, 4).\n"
    "widths, styles\n    Of the line behind and the line, float64 (n, 2); the joint and the cap,\n"
    "    as Cairo counts them, int32 (n, 2).\n"
    "order\n    Which is painted first, int64.\n"
    "holes\n    What meets none of these rectangles is left out, int32 (m, 4).\n";

enum { POINTS, STARTS, SLACK, BOXES, ENDS, COLOURS, WIDTHS, STYLES, ORDER, HOLES, INPUTS };

static PyObject *paint(PyObject *Py_UNUSED(module), PyObject *args)
{
    Py_buffer picture = {0}, stencil = {0}, in[INPUTS] = {{0}};
    Py_ssize_t height, width;
    cairo_matrix_t matrix;
    cairo_status_t status;
    PyObject *result = NULL;
    if (!PyArg_ParseTuple(args, "w*w*(nn)(dddddd)y*y*y*y*y*y*y*y*y*y*", &picture, &stencil, &height,
                          &width, &matrix.xx, &matrix.yx, &matrix.xy, &matrix.yy, &matrix.x0,
                          &matrix.y0, &in[POINTS], &in[STARTS], &in[SLACK], &in[BOXES], &in[ENDS],
                          &in[COLOURS], &in[WIDTHS], &in[STYLES], &in[ORDER], &in[HOLES]))
        return NULL;
    Faces all = {.points = in[POINTS].buf, .starts = in[STARTS].buf, .slack = in[SLACK].buf,
                 .boxes = in[BOXES].buf, .ends = in[ENDS].buf, .colours = in[COLOURS].buf,
                 .widths = in[WIDTHS].buf, .styles = in[STYLES].buf, .order = in[ORDER].buf,
                 .holes = in[HOLES].buf, .painted = in[ORDER].len / 8,
                 .openings = in[HOLES].len / sizeof(Rect)};
    Py_ssize_t n = in[SLACK].len / 8;
    Easel easel = {.picture = picture.buf, .stencil = stencil.buf, .width = width,
                   .stride = height > 0 ? stencil.len / height : 0, .to_scene = matrix};
    int fits = height > 0 && width > 0 && height < MOST && width < MOST && width % 2 == 0 &&
               picture.len == height * width * 4 && stencil.len == height * easel.stride && easel.stride >= width &&
               easel.stride % 8 == 0 && in[STARTS].len == (n + 1) * 8 &&
               in[BOXES].len == n * 16 && in[ENDS].len == n * 32 && in[COLOURS].len == n * 192 &&
               in[WIDTHS].len == n * 16 && in[STYLES].len == n * 8;
    for (Py_ssize_t i = 0; fits && i < n; i++) {
        Rect box = all.boxes[i];
        int64_t points = all.starts[i + 1] - all.starts[i];
        fits = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height &&
               all.starts[i] >= 0 && points >= 0 && points % 4 == 0 &&
               all.starts[i + 1] <= in[POINTS].len / 24;
    }
    for (Py_ssize_t i = 0; fits && i < all.painted; i++)
        fits = all.order[i] >= 0 && all.order[i] < n;
    if (!fits || cairo_matrix_invert(&easel.to_scene) != CAIRO_STATUS_SUCCESS) {
        PyErr_SetString(PyExc_ValueError, "what is to be painted does not fit together");
        goto done;
    }
    Py_BEGIN_ALLOW_THREADS
    share_out(&easel);
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        easel.stencil, CAIRO_FORMAT_A8, (int)width, (int)height, (int)easel.stride);
    cairo_t *pen = cairo_create(surface);
    cairo_set_matrix(pen, &matrix);
    paint_faces(pen, &easel, &all);
    status = cairo_status(pen);
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
    if (status)
        memset(easel.stencil, 0, (size_t)stencil.len);
    Py_END_ALLOW_THREADS
    if (status) {
        PyErr_Format(PyExc_RuntimeError, "Cairo cannot paint: %s", cairo_status_to_string(status));
        goto done;
    }
    result = Py_NewRef(Py_None);
done:
    PyBuffer_Release(&picture);
    PyBuffer_Release(&stencil);
    for (int i = 0; i < INPUTS; i++)
        PyBuffer_Release(&in[i]);
    return result;
}

/* How many pixels are converted at a time. A pixel is read as two halves, RED with GREEN above it and
   BLUE with the opacity above it, as they come in the memory of a little-endian machine; a number
   has eight bits and eight more behind the point, and is never negative. */
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
    "luma, blue, red, strides\n    The planes of the whole picture, and the bytes from row to row\n"
    "    of the first, and of the others.\n"
    "rect\n    Left, top, right and bottom, all even. A pixel's chroma is the mean of four.\n";

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
    {"paint", paint, METH_VARARGS, paint_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_raster", "Paints what Cairo takes long for.", -1, methods,
    NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__raster(void) { return PyModule_Create(&module); }
