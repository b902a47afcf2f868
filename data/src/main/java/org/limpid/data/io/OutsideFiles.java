package org.limpid.data.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Whether {@code dataset.json} may name files outside its folder. It may not, as a data set that
 * someone passed on could make Limpid read any file; whoever trusts it allows it for an action.
 */
public final class OutsideFiles {
  private static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

  private OutsideFiles() {}

  /** Does something during which this thread may open data sets that name files elsewhere. */
  public static <T> T allow(Supplier<T> action) {
    return ScopedValue.where(ALLOWED, true).call(action::get);
  }

  static boolean areAllowed() {
    return ALLOWED.orElse(false);
  }

  /** Whether a name leads out of a folder, by its words or by symbolic links. */
  static boolean isOutside(Path folder, Path name) {
    Path place = folder.toAbsolutePath().normalize();
    Path file = place.resolve(name).normalize();
    return !file.startsWith(place) || !withoutLinks(file).startsWith(withoutLinks(place));
  }

  /** The path without links; as it is where there is no such file, which its reader tells. */
  private static Path withoutLinks(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      Path parent = path.getParent();
      return parent == null ? path : withoutLinks(parent).resolve(path.getFileName());
    }
  }
}
