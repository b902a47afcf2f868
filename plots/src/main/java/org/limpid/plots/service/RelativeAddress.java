package org.limpid.plots.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Addresses of files as web pages write them. */
final class RelativeAddress {
  private RelativeAddress() {}

  /**
   * The address of a file on a page in a folder.
   *
   * @param folder absolute and normalised
   * @param file the same, with the same root
   */
  static String between(Path folder, Path file) {
    List<String> names = new ArrayList<>();
    folder.relativize(file).forEach(name -> names.add(name.toString()));
    try {
      String first = names.getFirst().contains(":") ? "./" : "";
      return first + new URI(null, null, String.join("/", names), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("expected a path, found " + names, e);
    }
  }
}
