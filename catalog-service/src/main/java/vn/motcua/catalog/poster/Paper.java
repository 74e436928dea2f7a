package vn.motcua.catalog.poster;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A sheet, upright; measures in millimetres. */
enum Paper {
    A5(148, 210),
    A4(210, 297),
    A3(297, 420);

    private static final float POINTS_PER_MM = 72f / 25.4f;

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    float width() {
        return width;
    }

    float height() {
        return height;
    }

    PDRectangle box() {
        return new PDRectangle(points(width), points(height));
    }

    static float points(float mm) {
        return mm * POINTS_PER_MM;
    }

    static float mm(float points) {
        return points / POINTS_PER_MM;
    }
}
