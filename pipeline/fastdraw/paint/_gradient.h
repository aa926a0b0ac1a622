/* Gradients, put through a coverage mask onto a picture.

   Cairo's pixman paints a gradient by general code, which takes about ten times as long. Colours come out as pixman makes them: its steps, in 16.16 fixed point and single precision, are
   repeated here for one case: a linear gradient, painted over what is there.

   The vectors are those of GCC and Clang. */

#ifndef GRADIENT_H
#define GRADIENT_H

#include "_shared.h"

#include <cairo.h>
#include <float.h>
#include <math.h>

typedef float float4 __attribute__((vector_size(16)));
typedef int32_t int4 __attribute__((vector_size(16)));
typedef uint16_t short8 __attribute__((vector_size(16)));
typedef uint8_t byte8 __attribute__((vector_size(8)));

#ifdef __clang__
#define SHUFFLE(v, ...) __builtin_shufflevector(v, v, __VA_ARGS__)
#else
#define SHUFFLE(v, ...) __builtin_shuffle(v, (short8){__VA_ARGS__})
#endif

typedef struct {
    uint8_t *picture, *stencil;
    Py_ssize_t width, stride; /* the stride is the stencil's */
    cairo_matrix_t to_scene; /* from pixels, each moved by (right, down) */
    int right, down;
} Easel;

/* A gradient over the pixels around (across, down), as pixman would get it. */
typedef struct {
    int64_t xx, xy, x0, yx, yy, y0; /* from pixels to the scene */
    int64_t px, py, dx, dy;         /* its begin, and the way to its end */
    double inverse;
    float slope[4], base[4];
    int is_solid; /* Cairo takes it as one colour: its two colours or its two ends are equal */
    uint32_t solid;
} Gradient;

static int64_t fixed(double number) { return llrint(number * 65536); }

static int64_t times(int64_t a, int64_t x, int64_t b, int64_t y, int64_t c)
{
    int64_t whole = a * (x >> 16) + b * (y >> 16) + c;
    int64_t part = a * (x & 0xFFFF) + b * (y & 0xFFFF);
    return whole + ((part + 0x8000) >> 16);
}

/* Shift the pixels, as Cairo does, so that the offsets of both matrices are about equal in size:
   then neither needs more digits than pixman has. */
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

/* One component of a colour in 16 bits, as Cairo keeps it. */
static uint16_t kept(double part) { return (uint16_t)(within(part) * 65535.0 + 0.5); }

static Gradient gradient_of(const double ends[4], const double stops[8], cairo_matrix_t m,
                            double across, double down)
{
    double end[4], most = 16383, size = most; /* the largest number that pixman can hold */
    for (int i = 0; i < 4; i++)
        size = fmax(size, fmax(fabs(ends[i]), i > 1 ? fabs(ends[i] - ends[i - 2]) : 0));
    for (int i = 0; i < 4; i++)
        end[i] = isfinite(size) ? ends[i] * (most / size) : 0;
    cairo_matrix_t smaller;
    cairo_matrix_init_scale(&smaller, most / size, most / size);
    cairo_matrix_multiply(&m, &m, &smaller);
    Gradient g = {.xx = fixed(m.xx), .xy = fixed(m.xy), .yx = fixed(m.yx), .yy = fixed(m.yy)};
    /* The matrix is rounded; its offset is chosen so that it is exact at (across, down). */
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

/* Compute the colours of eight pixels. The first lies at `from + place * step` on the gradient, in
   65536ths of its length, and each pixel lies `step` further than the one before. */
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

/* Paint a gradient through the stencil, within a box, and set the stencil back to zero there. */
FOR_EACH_PROCESSOR
static void put_on(const Easel *easel, const Gradient *g, Rect box)
{
    /* A gradient shorter than a quarter of a pixel may be off by a part of a pixel unseen. */
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

#endif
