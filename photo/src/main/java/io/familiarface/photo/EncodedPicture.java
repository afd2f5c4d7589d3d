package io.familiarface.photo;

/**
 * An upload as far as it can be known without decoding it: its size, and the bytes that make the
 * picture. Texts, profiles, previews and further frames are left out, so that no decoder ever meets
 * them.
 *
 * @param orientation how the camera was held
 * @param coefficients bytes that the decoder keeps until the last of them has come; 0 when it
 *     decodes row by row
 */
record EncodedPicture(
    int width,
    int height,
    Orientation orientation,
    Colours colours,
    long coefficients,
    byte[] content) {

  long pixels() {
    return (long) width * height;
  }
}
