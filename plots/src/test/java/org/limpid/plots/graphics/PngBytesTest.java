package org.limpid.plots.graphics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

final class PngBytesTest {
  private static BufferedImage noise(int type) {
    SplittableRandom random = new SplittableRandom(3);
    BufferedImage image = new BufferedImage(37, 23, type);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void javasReaderFindsThePixels(int type) throws IOException {
    BufferedImage image = noise(type);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngBytes.of(image, 300)));
    assertArrayEquals(
        image.getRGB(0, 0, 37, 23, null, 0, 37), read.getRGB(0, 0, 37, 23, null, 0, 37));
  }

  /** 300 dots per inch are 11811 per metre. */
  @Test
  void theResolutionIsInTheFile() throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    byte[] bytes = PngBytes.of(noise(BufferedImage.TYPE_INT_RGB), 300);
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      IIOMetadata metadata = reader.getImageMetadata(0);
      Element tree = (Element) metadata.getAsTree("javax_imageio_png_1.0");
      Element resolution = (Element) tree.getElementsByTagName("pHYs").item(0);
      assertEquals("11811", resolution.getAttribute("pixelsPerUnitXAxis"));
    } finally {
      reader.dispose();
    }
  }
}
