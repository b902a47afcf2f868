package org.limpid.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.InputKind;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.Canvas;
import org.limpid.plots.graphics.RecordingSurface;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import org.limpid.results.RunFolder;

/** What holds for every kind of figure and table, also of small runs. */
final class ExhibitsTest {
  @TempDir private Path folder;

  private List<Figure> figures(int jobs, String policies) throws IOException {
    PlotInputs inputs =
        PlotInputs.of(
            RunFolder.open(SampleRun.explained(folder, jobs, List.of(policies.split(" ")))));
    List<Figure> figures = new ArrayList<>();
    for (Exhibit kind : Exhibits.all()) {
      if (Set.of(InputKind.RUN, InputKind.WAITS).containsAll(kind.about().needs())) {
        switch (kind.make(inputs, FigureOptions.NONE)) {
          case Made.Figures drawn -> {
            assertEquals(About.Type.FIGURE, kind.about().type(), kind.name());
            figures.addAll(drawn.figures());
          }
          case Made.Tables _ -> assertEquals(About.Type.TABLE, kind.about().type(), kind.name());
          case Made.Nothing absent -> assertFalse(absent.reason().isBlank(), kind.name());
        }
      }
    }
    return figures;
  }

  @Test
  void namesAndDescriptionsAreFitForTheList() {
    assertEquals(Exhibits.names().size(), new HashSet<>(Exhibits.names()).size());
    for (Exhibit kind : Exhibits.all()) {
      String description = kind.about().description();
      assertTrue(kind.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), kind.name());
      assertTrue(Character.isLowerCase(description.charAt(0)), description);
      assertFalse(description.endsWith("."), description);
      assertFalse(kind.about().needs().isEmpty(), kind.name());
      assertEquals(kind, Exhibits.named(kind.name()).orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, lucid",
    "1, fifo",
    "1, fifo lucid",
    "2, my-policy",
    "300, fifo sjf srtf tiresias qssf lucid"
  })
  void everyRunHasFiguresOrReasons(int jobs, String policies) throws IOException {
    for (Figure figure : figures(jobs, policies)) {
      String words = figure.title() + " " + figure.caption() + " " + figure.alternativeText();
      assertFalse(words.contains("NaN") || words.contains("null"), words);
      assertTrue(figure.caption().endsWith("."), figure.caption());
      for (Theme theme : Theme.all()) {
        for (RecordingSurface.Text text : texts(figure, theme)) {
          assertFalse(text.words().contains("NaN"), figure.name() + ": " + text);
        }
      }
    }
  }

  private static List<RecordingSurface.Text> texts(Figure figure, Theme theme) {
    Size size = RenderOptions.of(theme).size(figure);
    RecordingSurface surface = new RecordingSurface();
    figure.paint(
        new Canvas(surface),
        new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()),
        theme);
    return surface.texts();
  }

  @ParameterizedTest
  @CsvSource({"1, fifo", "300, fifo sjf srtf tiresias qssf lucid"})
  void textsNeitherOverlapNorLeaveTheFigure(int jobs, String policies) throws IOException {
    for (Figure figure : figures(jobs, policies)) {
      for (Theme theme : Theme.all()) {
        Size size = RenderOptions.of(theme).size(figure);
        Rectangle2D page = new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints());
        List<RecordingSurface.Text> texts = texts(figure, theme);
        for (int i = 0; i < texts.size(); i++) {
          String place = figure.name() + " in " + theme.name() + ": " + texts.get(i);
          assertTrue(page.contains(texts.get(i).box()), place);
          for (int j = 0; j < i; j++) {
            assertFalse(
                texts.get(i).box().intersects(texts.get(j).box()), place + " " + texts.get(j));
          }
        }
      }
    }
  }

  /** One more is its own class and a line in the registry: no other file knows it by its class. */
  @Test
  void noOtherFileNamesTheClassOfAKind() throws IOException {
    Set<String> classes =
        Exhibits.all().stream()
            .map(kind -> kind.getClass().getSimpleName())
            .collect(Collectors.toSet());
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Set<String> words = new HashSet<>(List.of(Files.readString(file).split("\\W+")));
        for (String type : classes) {
          if (words.contains(type)) {
            assertTrue(Set.of(type, "Exhibits").contains(name), type + " in " + file);
            seen++;
          }
        }
      }
    }
    assertEquals(2 * classes.size(), seen);
  }
}
