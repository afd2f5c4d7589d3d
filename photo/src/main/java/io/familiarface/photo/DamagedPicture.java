package io.familiarface.photo;

import java.io.IOException;

/** A picture that isn't whole, or asks for more work than any photo does. */
final class DamagedPicture extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedPicture(String message) {
    super(message);
  }
}
