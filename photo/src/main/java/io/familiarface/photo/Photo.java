package io.familiarface.photo;

/** A picture that is fit to be shown: of known size, and without anything that came with it. */
public record Photo(String mediaType, byte[] content) {
  /** Names it by its content: the same picture has the same tag. */
  public String tag() {
    return PhotoTag.of(this);
  }
}
