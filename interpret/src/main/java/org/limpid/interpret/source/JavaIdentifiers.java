package org.limpid.interpret.source;

import java.util.HashSet;
import java.util.Set;

/** Makes different names of parameters from names of features. */
final class JavaIdentifiers {
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
               + " double else enum extends false final finally float for goto if implements import"
               + " instanceof int interface long native new null package private protected public"
               + " return short static strictfp super switch synchronized this throw throws"
               + " transient true try var void volatile while yield record sealed permits _")
              .split(" "));

  private final Set<String> used = new HashSet<>();

  /** Whether a class may be called so: an identifier of letters, digits and underscores. */
  static boolean isClassName(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name);
  }

  /** The name with an underscore for every character that Java does not allow. */
  String of(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    String begun = plain.matches("[A-Za-z].*") ? plain : "_" + plain;
    String candidate = RESERVED.contains(begun) ? begun + "_" : begun;
    while (!used.add(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}
