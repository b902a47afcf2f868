package org.limpid.app.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Changes files in one to three places; the same seed changes the same file in the same way. */
final class Mutator {
  private static final String[] VALUES = {
    "",
    " ",
    "0",
    "-1",
    "1",
    "2",
    "0.5",
    "-0.0",
    "1e308",
    "-1e308",
    "1e-320",
    "1e999",
    "NaN",
    "nan",
    "Infinity",
    "-Infinity",
    "null",
    "true",
    "[]",
    "{}",
    "[[1, 2], [3]]",
    "2147483647",
    "2147483648",
    "-2147483648",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "99999999999",
    "946080000",
    "007",
    "0x10",
    "1_000",
    "1,000",
    "12:30",
    "2026-02-30 00:00:00",
    "9999-12-31 23:59:59",
    "0000-01-01T00:00:00",
    "=1+1",
    "@SUM(A1)",
    "../../elsewhere",
    "/etc/passwd",
    ".",
    "'",
    "\"",
    "\\",
    "\u0000",
    "\u001b[2J\u001b]0;title\u0007",
    "\u009b31m",
    "a\nb",
    "a\rb",
    "a\tb",
    "\u202eabc\u2066",
    "\u2028\u2029",
    "\u200b",
    "\ufeff",
    "\ufffe",
    "\ud83d\ude80 \u00e4\u00df\u4e2d",
    "</script><b>",
    "a & b",
    "%s %n %d",
    "x".repeat(300),
    "long ".repeat(14_000)
  };

  /** Fields of CSV and scalars of JSON, with the quotation marks around them. */
  private static final Pattern FIELD =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[^,:\\[\\]{}\\s\"]+|(?<=,)(?=,)");

  private final SplittableRandom random;
  private final List<String> done = new ArrayList<>();

  Mutator(long seed) {
    random = new SplittableRandom(seed);
  }

  /** What was changed, for people. */
  String description() {
    return String.join("; ", done);
  }

  /** A number below a bound, for other choices of the same case. */
  int choice(int bound) {
    return random.nextInt(bound);
  }

  /** The file with changes; the content of a compressed one is compressed again. */
  byte[] mutated(byte[] file) throws IOException {
    boolean zipped = file.length > 2 && file[0] == 0x1f && (file[1] & 0xff) == 0x8b;
    if (!zipped || random.nextInt(8) == 0) {
      return changed(file);
    }
    byte[] content;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      content = in.readAllBytes();
    }
    return compressed(isBinary(content) ? changedBinary(content) : changed(content));
  }

  private static boolean isBinary(byte[] content) {
    return content.length > 1 && content[0] < ' ' && content[1] == 'l';
  }

  /** Most get the right checksum again, so that somebody looks at their content. */
  private byte[] changedBinary(byte[] content) {
    byte[] changed = bytesChanged(content);
    if (changed.length < Integer.BYTES || random.nextInt(8) == 0) {
      return changed;
    }
    done.add("checksum renewed");
    CRC32C sum = new CRC32C();
    sum.update(changed, 0, changed.length - Integer.BYTES);
    ByteBuffer.wrap(changed).putInt(changed.length - Integer.BYTES, (int) sum.getValue());
    return changed;
  }

  private static byte[] compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private byte[] changed(byte[] content) {
    byte[] changed = content;
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      changed =
          switch (random.nextInt(8)) {
            case 0 -> bytesChanged(changed);
            case 1, 2 -> linesChanged(changed);
            default -> fieldChanged(changed);
          };
    }
    return changed;
  }

  private byte[] bytesChanged(byte[] content) {
    if (content.length == 0) {
      return content;
    }
    byte[] changed = content.clone();
    int place = random.nextInt(content.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        done.add("cut at byte " + place);
        return Arrays.copyOf(content, place);
      }
      case 1 -> {
        int to = Math.min(content.length, place + 1 + random.nextInt(8));
        done.add("bytes %d to %d are 255".formatted(place, to));
        Arrays.fill(changed, place, to, (byte) 0xff);
      }
      case 2 -> {
        changed[place] = (byte) random.nextInt(256);
        done.add("byte %d is %d".formatted(place, changed[place]));
      }
      default -> {
        int bit = random.nextInt(8);
        done.add("bit %d of byte %d flipped".formatted(bit, place));
        changed[place] ^= (byte) (1 << bit);
      }
    }
    return changed;
  }

  private byte[] linesChanged(byte[] content) {
    List<String> lines =
        new ArrayList<>(List.of(new String(content, StandardCharsets.UTF_8).split("\n")));
    if (lines.isEmpty()) {
      return content; // line ends only
    }
    int line = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> {
        done.add("line %d twice".formatted(line + 1));
        lines.add(other, lines.get(line));
      }
      case 1 -> {
        done.add("lines %d and %d exchanged".formatted(line + 1, other + 1));
        Collections.swap(lines, line, other);
      }
      case 2 -> {
        done.add("line %d left out".formatted(line + 1));
        lines.remove(line);
      }
      default -> {
        done.add("all behind line %d left out".formatted(line + 1));
        lines.subList(line + 1, lines.size()).clear();
      }
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private byte[] fieldChanged(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<MatchResult> fields = FIELD.matcher(text).results().toList();
    if (fields.isEmpty()) {
      return content;
    }
    // Half of them near the start, where headers and the few members of descriptions are.
    int most = random.nextBoolean() ? Math.min(fields.size(), 40) : fields.size();
    MatchResult field = fields.get(random.nextInt(most));
    String value = value(field.group(), text.startsWith("{"));
    done.add(
        "at %d '%s' is '%s'".formatted(field.start(), shortened(field.group()), shortened(value)));
    return (text.substring(0, field.start()) + value + text.substring(field.end()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** In quotation marks where they were, or else as often with as without. */
  private String value(String before, boolean json) {
    String value = VALUES[random.nextInt(VALUES.length)];
    boolean quoted = before.startsWith("\"") ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
    if (quoted && json) {
      return JsonMapper.shared().writeValueAsString(value);
    }
    return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
