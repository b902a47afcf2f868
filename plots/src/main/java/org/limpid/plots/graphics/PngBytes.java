package org.limpid.plots.graphics;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG files (ISO/IEC 15948) with 8 bits per colour, without a time. Java's own writer gives
 * the resolution only by way of a document tree, and takes longer.
 */
public final class PngBytes {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int TRUE_COLOUR = 2;
  private static final int TRUE_COLOUR_WITH_ALPHA = 6;
  private static final int METRES = 1;
  private static final int FILTER_UP = 2;

  private final DataOutputStream out;

  private PngBytes(DataOutputStream out) {
    this.out = out;
  }

  /** The bytes of a file; for 0 dots per inch without a resolution. */
  public static byte[] of(BufferedImage image, int dotsPerInch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PngBytes(new DataOutputStream(bytes)).write(image, dotsPerInch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(BufferedImage image, int dotsPerInch) throws IOException {
    out.write(SIGNATURE);
    chunk("IHDR", header(image));
    if (dotsPerInch > 0) {
      chunk("pHYs", resolution(dotsPerInch));
    }
    chunk("IDAT", pixels(image));
    chunk("IEND", new byte[0]);
  }

  private static byte[] header(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeInt(image.getWidth());
    header.writeInt(image.getHeight());
    header.writeByte(8);
    header.writeByte(hasAlpha(image) ? TRUE_COLOUR_WITH_ALPHA : TRUE_COLOUR);
    header.write(new byte[3]);
    return bytes.toByteArray();
  }

  private static byte[] resolution(int dotsPerInch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream resolution = new DataOutputStream(bytes);
    int perMetre = (int) Math.round(dotsPerInch / 0.0254);
    resolution.writeInt(perMetre);
    resolution.writeInt(perMetre);
    resolution.writeByte(METRES);
    return bytes.toByteArray();
  }

  private static boolean hasAlpha(BufferedImage image) {
    return image.getColorModel().hasAlpha();
  }

  /** Each row as its difference from the one above, which suits figures. */
  private static byte[] pixels(BufferedImage image) throws IOException {
    int bytesPerPixel = hasAlpha(image) ? 4 : 3;
    byte[] above = new byte[image.getWidth() * bytesPerPixel];
    byte[] row = new byte[above.length];
    byte[] line = new byte[above.length + 1];
    line[0] = FILTER_UP;
    int[] colours = new int[image.getWidth()];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(6);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, deflater, 1 << 15)) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.getRGB(0, y, colours.length, 1, colours, 0, colours.length);
        spread(colours, row, bytesPerPixel);
        for (int i = 0; i < row.length; i++) {
          line[i + 1] = (byte) (row[i] - above[i]);
        }
        packed.write(line);
        System.arraycopy(row, 0, above, 0, row.length);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void spread(int[] colours, byte[] row, int bytesPerPixel) {
    int at = 0;
    for (int colour : colours) {
      row[at++] = (byte) (colour >> 16);
      row[at++] = (byte) (colour >> 8);
      row[at++] = (byte) colour;
      if (bytesPerPixel == 4) {
        row[at++] = (byte) (colour >> 24);
      }
    }
  }

  private void chunk(String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
