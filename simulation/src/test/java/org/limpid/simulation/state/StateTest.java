package org.limpid.simulation.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is written is read. */
class StateTest {
  @Test
  void numbersComeBackBitByBit() {
    double[] decimals = {
      0, -0.0, 1, -1, 0.1, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 1L << 52, (1L << 52) - 1
    };
    long[] wholes = {0, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE};
    StateWriter out = new StateWriter();
    for (double decimal : decimals) {
      out.decimal(decimal);
    }
    for (long whole : wholes) {
      out.whole(whole);
    }
    StateReader in = new StateReader(out.toBytes());
    for (double decimal : decimals) {
      assertEquals(Double.doubleToRawLongBits(decimal), Double.doubleToRawLongBits(in.decimal()));
    }
    for (long whole : wholes) {
      assertEquals(whole, in.whole());
    }
    assertTrue(in.isAtEnd());
  }

  @Test
  void anySequenceComesBack() {
    SplittableRandom random = new SplittableRandom(3);
    StateWriter out = new StateWriter();
    for (int i = 0; i < 2000; i++) {
      out.flag(random.nextBoolean());
      out.whole(random.nextLong() >> random.nextInt(64));
      out.decimal(random.nextDouble() * 1e6);
    }
    SplittableRandom again = new SplittableRandom(3);
    StateReader in = new StateReader(out.toBytes());
    for (int i = 0; i < 2000; i++) {
      assertEquals(again.nextBoolean(), in.flag());
      assertEquals(again.nextLong() >> again.nextInt(64), in.whole());
      assertEquals(again.nextDouble() * 1e6, in.decimal());
    }
    assertTrue(in.isAtEnd());
  }

  /** 2 x 63 = 126 fits seven bits, 2 x 64 = 128 does not; -64 is stored as 127. */
  @Test
  void smallNumbersTakeOneByte() {
    assertEquals(1, bytesOf(63));
    assertEquals(2, bytesOf(64));
    assertEquals(1, bytesOf(-64));
    assertEquals(2, bytesOf(-65));
  }

  private static int bytesOf(long number) {
    StateWriter out = new StateWriter();
    out.whole(number);
    return out.toBytes().length;
  }

  @Test
  void whatCanNotBeReadIsTold() {
    assertThrows(StateException.class, () -> new StateReader(new byte[0]).whole());
    assertThrows(StateException.class, () -> new StateReader(new byte[] {2}).flag());
    byte[] endless = new byte[11];
    Arrays.fill(endless, (byte) 0x80);
    assertThrows(StateException.class, () -> new StateReader(endless).whole());
    StateWriter out = new StateWriter();
    out.whole(5);
    StateReader in = new StateReader(out.toBytes());
    assertFalse(in.isAtEnd());
    StateException outside = assertThrows(StateException.class, () -> in.whole(0, 4));
    assertEquals("expected 0 to 4, found 5", outside.getMessage());
  }
}
