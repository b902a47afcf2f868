package org.limpid.files.json;

import java.util.Arrays;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * How characters that can't stand in texts of JSON are written: control characters by their
 * numbers, {@code \u000a}, and others as asked for. Safe for several threads but for what {@link
 * JsonOutput} sets of its own.
 */
public final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  private final int[] codes = standardAsciiEscapesForJSON();
  private boolean surrogates;

  /**
   * Escapes these characters as well.
   *
   * @param others of ASCII, such as those that could end an element of a page
   */
  public JsonEscapes(String others) {
    Arrays.fill(codes, 0, ' ', ESCAPE_CUSTOM);
    others.chars().forEach(c -> codes[c] = ESCAPE_CUSTOM);
  }

  /** Whether the text that comes next has halves of characters, which UTF-8 can't hold. */
  void surrogates(boolean escaped) {
    surrogates = escaped;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    boolean asked = character < codes.length && codes[character] == ESCAPE_CUSTOM;
    return asked || (surrogates && Character.isSurrogate((char) character))
        ? new SerializedString("\\u%04x".formatted(character))
        : null;
  }
}
