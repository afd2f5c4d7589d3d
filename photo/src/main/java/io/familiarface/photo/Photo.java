package io.familiarface.photo;

/** A picture that is fit to be shown: of known size, and without anything that came with it. */
public record Photo(String mediaType, byte[] content) {
  /** The same so small that many fit on a page, in the same format. */
  public byte[] thumbnail() {
    return PhotoNormalizer.thumbnail(this);
  }

  /** Names it by its content: the same picture has the same tag. */
  public String tag() {
    return PhotoTag.of(this);
  }
}
