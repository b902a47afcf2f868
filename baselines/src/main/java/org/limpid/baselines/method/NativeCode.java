package org.limpid.baselines.method;

import java.util.function.Supplier;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** Calls libraries that bring native code, which may be missing on a platform. */
final class NativeCode {
  private NativeCode() {}

  /**
   * Calls a library.
   *
   * @throws DataException if its native code cannot be loaded
   */
  static <T> T run(String library, Supplier<T> call) {
    try {
      return call.get();
    } catch (LinkageError e) {
      String platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
      DataException missing =
          new DataException(
              new Problem(
                  library,
                  0,
                  "",
                  root(e).toString(),
                  "expected native code that runs under " + platform,
                  "Maybe use another method: those of Smile, Encog and Tribuo's cart have none."));
      missing.initCause(e);
      throw missing;
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
