package org.limpid.app.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.limpid.files.PrintableText;
import org.limpid.files.Words;

/**
 * Shows how far a long task is, on the error stream: on a terminal in one line that is redrawn,
 * elsewhere in plain lines, one every five seconds at most and one at the end. Safe for several
 * threads.
 */
public final class ProgressBar {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  /** Before that, the time that is left is a guess from too little. */
  private static final Duration LEAST_FOR_ESTIMATE = Duration.ofSeconds(1);

  private static final int WIDEST_BAR = 30;
  private static final int NARROWEST_BAR = 5;
  private static final String ERASE_TO_END = "\033[K";

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean interactive;
  private final int width;
  private String phase = "";
  private long total;
  private long done;
  private Instant begun = Instant.EPOCH;
  private Instant shown = Instant.EPOCH;
  private boolean running;

  /** A bar that shows nothing until a phase begins. */
  public ProgressBar(Terminal terminal, InstantSource clock) {
    this.clock = clock;
    err = terminal.err();
    interactive = terminal.isErrInteractive();
    width = interactive ? terminal.width() : 0;
    if (interactive) {
      terminal.atInterrupt(this::leaveLine);
    }
  }

  /** Begins a phase of so many units of work; one that still runs ends. */
  public synchronized void begin(String newPhase, long newTotal) {
    end();
    phase = PrintableText.inLine(newPhase);
    total = Math.max(1, newTotal);
    done = 0;
    begun = clock.instant();
    shown = begun;
    running = true;
    if (interactive) {
      draw();
    }
  }

  /** Notes that so many more units of work are done. */
  public synchronized void advance(long amount) {
    if (!running) {
      return;
    }
    done += amount;
    Instant now = clock.instant();
    Duration least = interactive ? BETWEEN_DRAWINGS : BETWEEN_LINES;
    if (Duration.between(shown, now).compareTo(least) >= 0) {
      shown = now;
      if (interactive) {
        draw();
      } else {
        err.println(plainLine());
      }
    }
  }

  /**
   * Ends the phase, if one runs, with a last line: all of it is done, also if that took fewer units
   * than it was thought to take.
   */
  public synchronized void end() {
    if (!running) {
      return;
    }
    done = Math.max(done, total);
    if (interactive) {
      draw();
      err.println();
    } else {
      err.println("%s: %s in %s".formatted(phase, count(done), text(elapsed())));
    }
    running = false;
  }

  /**
   * Takes the line away before something else is written; nothing elsewhere than on a terminal. The
   * phase is over then.
   */
  public synchronized void abandon() {
    if (running && interactive) {
      err.print("\r" + ERASE_TO_END);
      err.flush();
    }
    running = false;
  }

  /** So that what is written next, e.g. the prompt of a shell, gets a line of its own. */
  private synchronized void leaveLine() {
    if (running) {
      err.println();
    }
    running = false;
  }

  private void draw() {
    String head = phase + " ";
    String tail = " %3d %%  %s  %s".formatted(percent(), count(done), remark());
    int room = Math.min(WIDEST_BAR, width - 1 - head.length() - 2 - widestTail());
    String line = room < NARROWEST_BAR ? head + tail.strip() : head + bar(room) + tail;
    err.print("\r" + line.substring(0, Math.min(line.length(), Math.max(0, width - 1))));
    err.print(ERASE_TO_END);
    err.flush();
  }

  /** With room for the longest tail that may come, the bar keeps its length. */
  private int widestTail() {
    return " 100 %    ".length() + count(total).length() + "59 min 59 s left".length();
  }

  private String bar(int room) {
    int filled = (int) (fraction() * room);
    return "[" + "#".repeat(filled) + "-".repeat(room - filled) + "]";
  }

  private String plainLine() {
    String remark = remark();
    return "%s: %d %%, %s".formatted(phase, percent(), count(done))
        + (remark.isEmpty() ? "" : ", " + remark);
  }

  private double fraction() {
    return Math.min(1.0, (double) done / total);
  }

  private int percent() {
    return (int) (100 * fraction());
  }

  private String count(long part) {
    return String.format(Locale.ROOT, "%,d of %,d", part, total);
  }

  /** How long it will take, or how long it took. */
  private String remark() {
    Duration elapsed = elapsed();
    if (done >= total) {
      return text(elapsed);
    }
    if (done == 0 || elapsed.compareTo(LEAST_FOR_ESTIMATE) < 0) {
      return "";
    }
    double left = elapsed.toMillis() * ((double) total / done - 1);
    return text(Duration.ofMillis((long) left)) + " left";
  }

  private Duration elapsed() {
    return Duration.between(begun, clock.instant());
  }

  private static String text(Duration duration) {
    return Words.roughly(duration.toMillis() / 1000.0);
  }
}
