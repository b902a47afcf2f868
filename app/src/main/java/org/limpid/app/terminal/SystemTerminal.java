package org.limpid.app.terminal;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The terminal or files that the program was started with.
 *
 * <p>Java knows only whether both input and output are a terminal ({@link Console#isTerminal()}),
 * not which one. So the launcher, which can ask, says it in the property {@value #PROPERTY}: any of
 * the words {@code out} and {@code err}. Without the launcher, Linux tells through {@code /proc};
 * elsewhere both are a terminal when the console is.
 */
public final class SystemTerminal implements Terminal {
  private static final String PROPERTY = "limpid.terminal";

  private final WatchedStream outStream =
      new WatchedStream(new FileOutputStream(FileDescriptor.out));
  private final PrintWriter out = writer(outStream, System.out.charset(), false);
  private final PrintWriter err =
      writer(new FileOutputStream(FileDescriptor.err), System.err.charset(), true);

  private static PrintWriter writer(OutputStream stream, Charset charset, boolean flushLines) {
    return new PrintWriter(
        new OutputStreamWriter(new BufferedOutputStream(stream), charset), flushLines);
  }

  @Override
  public PrintWriter out() {
    return out;
  }

  @Override
  public PrintWriter err() {
    return err;
  }

  @Override
  public boolean isOutInteractive() {
    return isInteractive("out", 1);
  }

  @Override
  public boolean isErrInteractive() {
    return isInteractive("err", 2);
  }

  private static boolean isInteractive(String name, int descriptor) {
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      return told.contains(name);
    }
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException _) {
      Console console = System.console();
      return console != null && console.isTerminal();
    }
  }

  /** Asks {@code stty}, as Java can't; {@link #DEFAULT_WIDTH} where that does not work. */
  @Override
  public int width() {
    if (!isOutInteractive() && !isErrInteractive()) {
      return DEFAULT_WIDTH;
    }
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String[] rowsAndColumns =
          new String(process.getInputStream().readAllBytes(), Charset.defaultCharset())
              .strip()
              .split(" ");
      int columns = Integer.parseInt(rowsAndColumns[rowsAndColumns.length - 1]);
      return columns > 0 ? columns : DEFAULT_WIDTH;
    } catch (IOException | NumberFormatException _) {
      return DEFAULT_WIDTH;
    }
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<IOException> outFailure() {
    out.flush();
    return Optional.ofNullable(outStream.failure);
  }

  @Override
  public void atInterrupt(Runnable action) {
    if (!isStopping()) {
      Runtime.getRuntime().addShutdownHook(new Thread(action));
    }
  }

  /** Java refuses further shutdown hooks once it is shutting down, and has no other way to tell. */
  @Override
  public boolean isStopping() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException _) {
      return true;
    }
  }

  /** Remembers the first failure, which a {@link PrintWriter} forgets. */
  private static final class WatchedStream extends OutputStream {
    private final OutputStream target;
    private IOException failure;

    WatchedStream(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
