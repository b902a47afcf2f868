package org.limpid.plots.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window, with one page, that does what it is told by messages of the DevTools
 * protocol: JSON, each ended by a zero byte, on two pipes. For one thread.
 */
final class Browser {
  /** Reads messages on descriptor 3 and writes them on 4, as the protocol wants it. */
  private static final String PIPES = "exec \"$@\" 3<&0 4>&1 0</dev/null 1>&2";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--remote-debugging-pipe",
          "--no-sandbox",
          "--disable-gpu",
          "--hide-scrollbars",
          "--disable-dev-shm-usage",
          "--disable-extensions",
          "--no-first-run",
          "--disable-background-networking");

  private final Process process;
  private final OutputStream out;
  private final InputStream in;
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int calls;

  private Browser(Process process) {
    this.process = process;
    out = process.getOutputStream();
    in = new BufferedInputStream(process.getInputStream());
  }

  /** The program, if the machine has one. */
  static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the program with an empty page.
   *
   * @param profile folder for what it keeps
   */
  static Browser start(Path program, Path profile) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", PIPES, "sh", program.toString()));
    command.addAll(OPTIONS);
    command.add("--user-data-dir=" + profile);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Browser browser = new Browser(process);
    JsonNode page = browser.call("Target.createTarget", Map.of("url", "about:blank"));
    String target = page.get("targetId").asString();
    browser.session =
        browser
            .call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    for (String domain : List.of("Page", "Runtime", "Log")) {
      browser.call(domain + ".enable", Map.of());
    }
    return browser;
  }

  /** Lets the program end by itself, so that it takes its temporary files along. */
  void quit() throws IOException, InterruptedException {
    session = "";
    call("Browser.close", Map.of());
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** Opens a file and waits until it is there. */
  void open(Path file) throws IOException {
    int before = events("Page.loadEventFired").size();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    while (events("Page.loadEventFired").size() == before) {
      events.add(receive());
    }
  }

  /** The events of a name so far. */
  List<JsonNode> events(String name) {
    return events.stream().filter(event -> event.get("method").asString().equals(name)).toList();
  }

  /** Makes the page so wide. */
  void resize(int width) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The value of an expression of JavaScript. */
  JsonNode evaluate(String expression) throws IOException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value");
  }

  /** Presses a key on what has the focus. */
  void press(String key, int code, String text) throws IOException {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("key", key);
    event.put("code", key);
    event.put("windowsVirtualKeyCode", code);
    event.put("type", "keyDown");
    event.put("text", text);
    call("Input.dispatchKeyEvent", event);
    event.remove("text");
    event.put("type", "keyUp");
    call("Input.dispatchKeyEvent", event);
  }

  /** Moves the mouse with its button held from one point of the window to another. */
  void drag(double fromX, double toX, double y) throws IOException {
    mouse("mouseMoved", fromX, y);
    mouse("mousePressed", fromX, y);
    mouse("mouseMoved", (fromX + toX) / 2, y);
    mouse("mouseMoved", toX, y);
    mouse("mouseReleased", toX, y);
  }

  private void mouse(String type, double x, double y) throws IOException {
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
  }

  /** Sends a message and waits for the answer to it. */
  JsonNode call(String method, Map<String, Object> parameters) throws IOException {
    int id = ++calls;
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    out.write(JsonMapper.shared().writeValueAsBytes(message));
    out.write(0);
    out.flush();
    JsonNode received = receive();
    while (!received.has("id") || received.get("id").asInt() != id) {
      events.add(received);
      received = receive();
    }
    if (received.has("error")) {
      throw new AssertionError(method + ": " + received.get("error"));
    }
    return received.get("result");
  }

  private JsonNode receive() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int next = in.read(); next != 0; next = in.read()) {
      if (next < 0) {
        throw new IOException("the browser ended: " + message.toString(StandardCharsets.UTF_8));
      }
      message.write(next);
    }
    return JsonMapper.shared().readTree(message.toByteArray());
  }
}
