package org.limpid.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.WriteFailures;
import org.limpid.simulation.run.InputProblem;

/** Turns what went wrong into one message and an exit code. */
final class Failures {
  private static final String DEBUG = "LIMPID_DEBUG";

  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  /**
   * Reports a failure. While the program is being stopped it says nothing: files vanish then, which
   * makes failures of no interest.
   */
  int report(Throwable failure) {
    if (session.terminal().isStopping()) {
      return ExitCode.INTERRUPTED;
    }
    if (find(failure, OutOfMemoryError.class).isPresent()) {
      session.error(outOfMemory());
      return ExitCode.INTERNAL_FAULT;
    }
    return badInput(failure)
        .map(message -> {
          session.error(message);
          showTrace(failure);
          return exitCode(failure);
        })
        .orElseGet(() -> internalFault(failure));
  }

  private static Optional<String> badInput(Throwable failure) {
    return find(failure, DataException.class)
        .map(Throwable::getMessage)
        .or(() -> find(failure, InputProblem.class).map(Throwable::getMessage))
        .or(() -> find(failure, UncheckedIOException.class).map(e -> filesFailed(e.getCause())))
        .or(() -> find(failure, IOException.class).map(Failures::filesFailed));
  }

  private static String filesFailed(IOException failure) {
    String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String hint =
        WriteFailures.isDiskFull(failure)
            ? "Maybe the disk is full: free some space."
            : "Maybe the disk is broken, or files vanished: try again.";
    return "reading or writing failed%s. %s".formatted(reason, hint);
  }

  private String outOfMemory() {
    long mib = Runtime.getRuntime().maxMemory() >> 20;
    String simulated =
        session.commandLine().contains("simulate")
            ? "; or, where startSeconds lies far before the first job or a job is very long, raise"
                + " --sample"
            : "";
    return "the memory of %,d MiB is not enough. Maybe allow more: LIMPID_JAVA_OPTS=-Xmx%dm%s"
        .formatted(mib, 2 * mib, simulated);
  }

  private int internalFault(Throwable failure) {
    session.error("internal fault: " + failure + place(failure));
    if (!showTrace(failure)) {
      session.remark(
          "Please report it with the command that you gave and what it prints with "
              + DEBUG
              + "=1.");
    }
    return ExitCode.INTERNAL_FAULT;
  }

  private static String place(Throwable failure) {
    return Stream.of(failure.getStackTrace()).findFirst().map(frame -> " at " + frame).orElse("");
  }

  private boolean showTrace(Throwable failure) {
    boolean wanted = session.terminal().environment(DEBUG).filter("1"::equals).isPresent();
    if (wanted) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      session.remark(trace.toString().stripTrailing());
    }
    return wanted;
  }

  /**
   * The exit code once all results are written. A reader that has seen enough, such as {@code
   * head}, breaks the pipe, which is no failure.
   */
  int afterOutput(int code) {
    Optional<IOException> failure =
        session.terminal().outFailure().filter(e -> !isBrokenPipe(e.getMessage()));
    failure.ifPresent(
        e -> session.error("cannot write to the standard output: %s".formatted(e.getMessage())));
    return code == ExitCode.SUCCESS ? failure.map(Failures::exitCode).orElse(code) : code;
  }

  private static int exitCode(Throwable failure) {
    return WriteFailures.isDiskFull(failure) ? ExitCode.DISK_FULL : ExitCode.BAD_INPUT;
  }

  private static boolean isBrokenPipe(String message) {
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20) // causes may form a circle
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
