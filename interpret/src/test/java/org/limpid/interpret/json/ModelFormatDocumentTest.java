package org.limpid.interpret.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Model;

/** The example in the documentation is a model as Limpid writes it, and no key lacks a word. */
class ModelFormatDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/model-format.md");

  private static String example() throws Exception {
    return Files.readString(DOCUMENT).split("```json\n")[1].split("```")[0];
  }

  private static Model model() throws Exception {
    return ModelJson.read(
        new ByteArrayInputStream(example().getBytes(StandardCharsets.UTF_8)), "example");
  }

  @Test
  void exampleIsWrittenAsItStands() throws Exception {
    assertEquals(example(), new String(ModelJsonTest.bytes(model()), StandardCharsets.UTF_8));
  }

  @Test
  void examplePredictsWhatTheDocumentSays() throws Exception {
    Model model = model();
    assertTrue(Files.readString(DOCUMENT).contains("predicts 10 + 3.5 - 1 = 12.5"));
    assertEquals(12.5, model.predict(model.newRow().set("hour", 10).set("queue", "debug")));
  }

  @Test
  void everyKeyIsDocumented() throws Exception {
    String text = Files.readString(DOCUMENT).replace(example(), "");
    TreeSet<String> missing = new TreeSet<>();
    for (Model model : SampleModels.all()) {
      String json = new String(ModelJsonTest.bytes(model), StandardCharsets.UTF_8);
      String keys = json.replaceAll("(?s)\"parameters\": \\{.*?\\}", "");
      Matcher key = Pattern.compile("[{,]\\s*\"(\\w+)\":").matcher(keys);
      while (key.find()) {
        if (!text.matches("(?s).*\\b" + key.group(1) + "\\b.*")) {
          missing.add(key.group(1));
        }
      }
    }
    assertEquals(new TreeSet<>(), missing);
  }
}
