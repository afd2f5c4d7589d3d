package io.familiarface.photo;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import javax.imageio.ImageTypeSpecifier;

/** Pixels that a decoder may write so often and no more. */
final class MeteredRaster extends WritableRaster {
  private final DecodingBudget budget;

  private MeteredRaster(
      SampleModel model,
      DataBuffer pixels,
      Rectangle region,
      Point translate,
      WritableRaster parent,
      DecodingBudget budget) {
    super(model, pixels, region, translate, parent);
    this.budget = budget;
  }

  /** A black picture of that kind. */
  static BufferedImage image(
      ImageTypeSpecifier type, int width, int height, DecodingBudget budget) {
    SampleModel model = type.getSampleModel(width, height);
    var raster =
        new MeteredRaster(
            model,
            model.createDataBuffer(),
            new Rectangle(width, height),
            new Point(),
            null,
            budget);
    return new BufferedImage(type.getColorModel(), raster, false, null);
  }

  /** The same picture in the way that Java 2D knows best. */
  static BufferedImage unmetered(BufferedImage metered) {
    WritableRaster raster = metered.getRaster();
    return new BufferedImage(
        metered.getColorModel(),
        Raster.createWritableRaster(raster.getSampleModel(), raster.getDataBuffer(), null),
        false,
        null);
  }

  @Override
  public void setDataElements(int x, int y, Object pixel) {
    budget.countWritingOfPixel();
    super.setDataElements(x, y, pixel);
  }

  @Override
  public WritableRaster createWritableChild(
      int x, int y, int width, int height, int childX, int childY, int[] bands) {
    return new MeteredRaster(
        bands == null ? sampleModel : sampleModel.createSubsetSampleModel(bands),
        dataBuffer,
        new Rectangle(childX, childY, width, height),
        new Point(sampleModelTranslateX + childX - x, sampleModelTranslateY + childY - y),
        this,
        budget);
  }
}
