/* Paints many small faces in the colours of gradients. Cairo computes how much of each pixel a face
   covers; `put_on` then paints the gradient through that coverage. */

#include "_gradient.h"

enum { BEHIND, FILL, STROKE, LAYERS };

/* Tell whether two coordinates are equal to manim. `alike`, `same` and `lay` follow lay_paths in
   shape.py; 1e-5 is its RELATIVE. */
static int alike(double a, double b, double slack)
{
    return fabs(a - b) <= slack + 1e-5 * fabs(b);
}

static int same(const double *a, const double *b, double slack)
{
    return alike(a[0], b[0], slack) && alike(a[1], b[1], slack);
}

/* Lay the path of curves of four points in space each; the third coordinate is ignored. */
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

/* Tell whether a layer is opaque enough for Cairo to paint it. */
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
    "Paint faces over a picture.\n\n"
    "Parameters\n----------\n"
    "picture\n    RGBA of (height, width, 4); its width is even.\n"
    "stencil\n    Zeros, uint8; as many rows, each as long or longer, and a multiple of eight.\n"
    "    It holds zeros again afterwards.\n"
    "size, matrix\n    (height, width), and (xx, yx, xy, yy, x0, y0) from the scene to pixels.\n"
    "points, starts, slack\n    The curves of all faces, float64 (p, 3), four points each; the\n"
    "    first point of each face, and the number of points, int64 (n + 1); the distance within\n"
    "    which two points of a face are equal, float64 (n,).\n"
    "boxes\n    The pixels that each face may touch: left, top, right, bottom, int32 (n, 4).\n"
    "ends\n    The two ends of the gradient of each face, float64 (n, 2, 2).\n"
    "colours\n    The colours there of background line, area and line, float64 (n, 3, 2, 4).\n"
    "widths, styles\n    The widths of background line and line, float64 (n, 2); the joint and\n"
    "    the cap in Cairo's numbers, int32 (n, 2).\n"
    "order\n    The numbers of the faces in the order of painting, int64.\n"
    "holes\n    Rectangles, int32 (m, 4); a face that meets none of them is left out.\n";

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
               picture.len == height * width * 4 && stencil.len == height * easel.stride &&
               easel.stride >= width && easel.stride % 8 == 0 && in[STARTS].len == (n + 1) * 8 &&
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

static PyMethodDef methods[] = {
    {"paint", paint, METH_VARARGS, paint_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_faces", "Paints faces in the colours of gradients.", -1, methods,
    NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__faces(void) { return PyModule_Create(&module); }
