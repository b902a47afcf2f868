package org.limpid.files;

import java.io.IOException;

/** Few bytes that unpack to as many as fill a memory or a disk. */
final class DenseData extends IOException {
  private static final long serialVersionUID = 1;

  /** Tables are packed to a tenth of their size; gzip can pack zeros to a thousandth. */
  private static final int MOST_DENSE = 500;

  /** So much is read without a look at how densely it is packed. */
  private static final long MOST_UNSEEN = 16 << 20;

  private DenseData() {
    super(
        "expected data, found bytes that unpack to over %d times their size".formatted(MOST_DENSE));
  }

  /** Ends reading where so many bytes were unpacked from too few. */
  static void refuse(long packed, long unpacked) throws DenseData {
    if (unpacked > MOST_UNSEEN && unpacked / MOST_DENSE > packed) {
      throw new DenseData();
    }
  }
}
