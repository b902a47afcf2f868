package org.limpid.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Houses with sizes, colours and prices, a few of them incomplete. */
final class SampleCsv {
  static final int ROWS = 300;

  private SampleCsv() {}

  /**
   * Writes a file with the columns size, colour, area_code, price, cheap and share. A price is 1000
   * x size, plus 20000 where the colour is red, plus noise of at most 2000; cheap is {@code yes}
   * where it is below 120000.
   */
  static Path write(Path file, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder csv = new StringBuilder("size,colour,area_code,price,cheap,share\n");
    for (int row = 0; row < ROWS; row++) {
      long size = random.nextLong(50, 200);
      String colour = random.nextBoolean() ? "red" : "dark, blue";
      double price =
          1000 * size + (colour.equals("red") ? 20_000 : 0) + random.nextLong(-2000, 2000);
      csv.append(row % 30 == 7 ? "" : size).append(",\"").append(colour).append("\",0");
      csv.append(1 + random.nextInt(3)).append(',').append(price).append(',');
      csv.append(price < 120_000 ? "yes" : "no").append(',').append(1 + row % 2).append('\n');
    }
    return Files.writeString(file, csv);
  }
}
