package org.limpid.app.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A terminal that keeps what it is told; its ends are as a test wants them. */
public final class FakeTerminal implements Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final PrintWriter outWriter = new PrintWriter(out);
  private final PrintWriter errWriter = new PrintWriter(err);
  private final Map<String, String> environment = new HashMap<>();
  private final List<Runnable> interruptions = new ArrayList<>();
  private boolean interactive;
  private boolean stopping;
  private int width = DEFAULT_WIDTH;
  private IOException outFailure;

  /** Both streams lead to a person. */
  public FakeTerminal interactive() {
    interactive = true;
    return this;
  }

  /** Another width. */
  public FakeTerminal width(int columns) {
    width = columns;
    return this;
  }

  /** An environment variable. */
  public FakeTerminal with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Results can't be written. */
  public FakeTerminal failing(String reason) {
    outFailure = new IOException(reason);
    return this;
  }

  /** Acts as if Ctrl-C was pressed. */
  public FakeTerminal interrupt() {
    stopping = true;
    interruptions.forEach(Runnable::run);
    return this;
  }

  /** All results so far, with line feeds. */
  public String outText() {
    outWriter.flush();
    return out.toString().replace("\r\n", "\n");
  }

  /** All messages so far, with line feeds. */
  public String errText() {
    errWriter.flush();
    return err.toString().replace("\r\n", "\n");
  }

  @Override
  public PrintWriter out() {
    return outWriter;
  }

  @Override
  public PrintWriter err() {
    return errWriter;
  }

  @Override
  public boolean isOutInteractive() {
    return interactive;
  }

  @Override
  public boolean isErrInteractive() {
    return interactive;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public Optional<IOException> outFailure() {
    return Optional.ofNullable(outFailure);
  }

  @Override
  public void atInterrupt(Runnable action) {
    interruptions.add(action);
  }

  @Override
  public boolean isStopping() {
    return stopping;
  }
}
