package io.familiarface.customers.photo;

/** In which size a photo is shown. */
public enum PhotoSize {
  /** At most 1024 pixels long. */
  FULL,
  /** At most 160 pixels long, for lists. */
  THUMBNAIL
}
