package org.limpid.simulation.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ByteReaderTest {
  private static final long[] EDGES = {
    0,
    1,
    -1,
    63,
    64,
    127,
    128,
    -64,
    -65,
    16_383,
    16_384,
    Integer.MAX_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  @Test
  void numbersComeBack() {
    ByteWriter out = new ByteWriter();
    for (long value : EDGES) {
      out.putUnsigned(value).putSigned(value).putDouble(value).putDouble(1.0 / value);
    }
    ByteReader in = new ByteReader(out.toByteArray());
    for (long value : EDGES) {
      assertEquals(value, in.takeUnsigned());
      assertEquals(value, in.takeSigned());
      assertEquals(value, in.takeDouble());
      assertEquals(1.0 / value, in.takeDouble());
    }
    assertTrue(in.isAtEnd());
  }

  @Test
  void textsBytesAndFlagsComeBack() {
    byte[] many = new byte[5000];
    Arrays.fill(many, (byte) -7);
    byte[] bytes =
        new ByteWriter()
            .putText("Größe")
            .putBytes(many)
            .putBoolean(true)
            .putBoolean(false)
            .putDouble(Double.NaN)
            .toByteArray();
    ByteReader in = new ByteReader(bytes);
    assertEquals("Größe", in.takeText());
    assertArrayEquals(many, in.takeBytes());
    assertTrue(in.takeBoolean());
    assertFalse(in.takeBoolean());
    assertEquals(Double.NaN, in.takeDouble());
  }

  /** 7 bits a byte; a double with few digits in binary takes few bytes. */
  @Test
  void smallNumbersTakeFewBytes() {
    assertEquals(1, new ByteWriter().putUnsigned(127).size());
    assertEquals(2, new ByteWriter().putUnsigned(128).size());
    assertEquals(1, new ByteWriter().putSigned(-64).size());
    assertEquals(2, new ByteWriter().putSigned(64).size());
    assertEquals(10, new ByteWriter().putUnsigned(-1).size());
    assertTrue(new ByteWriter().putDouble(4000).size() <= 4);
  }

  @Test
  void numbersOutsideWhatIsPossibleAreTold() {
    byte[] five = new ByteWriter().putSigned(5).toByteArray();
    assertEquals(5, new ByteReader(five).takeWhole(-1, 5));
    IllegalStateException outside =
        assertThrows(IllegalStateException.class, () -> new ByteReader(five).takeWhole(-1, 4));
    assertEquals("expected -1 to 4 before byte 1, found 5", outside.getMessage());
  }

  @Test
  void bytesThatEndTooEarlyAreNoNumbers() {
    ByteReader cut = new ByteReader(new byte[] {(byte) 0x80});
    assertThrows(IllegalStateException.class, cut::takeUnsigned);
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0x80);
    assertThrows(IllegalStateException.class, () -> new ByteReader(endless).takeUnsigned());
    ByteReader tooLong = new ByteReader(new byte[] {100, 1, 2});
    assertThrows(IllegalStateException.class, tooLong::takeBytes);
    assertThrows(IllegalStateException.class, () -> new ByteReader(new byte[] {2}).takeBoolean());
    byte[] negative = new ByteWriter().putUnsigned(-1).toByteArray();
    assertThrows(IllegalStateException.class, () -> new ByteReader(negative).takeCount());
  }

  @Test
  void randomBytesEitherReadOrAreRefused() {
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      try {
        ByteReader in = new ByteReader(bytes);
        in.takeText();
        in.takeSigned();
      } catch (IllegalStateException expected) {
        refused++;
      }
    }
    assertTrue(refused > 0 && refused < 2000, "refused " + refused);
  }
}
