package org.limpid.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.Size;
import org.limpid.plots.graphics.RecordingSurface;
import org.limpid.plots.graphics.SurfaceGraphics;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import org.limpid.results.RunFolder;

/** What holds for every figure, also of small runs. */
final class FigureRegistryTest {
  @TempDir private Path folder;

  private List<Figure> figures(int jobs, String policies) throws IOException {
    Inputs inputs =
        Inputs.of(RunFolder.open(SampleRun.explained(folder, jobs, List.of(policies.split(" ")))));
    List<Figure> figures = new ArrayList<>();
    for (FigureSource source : FigureRegistry.all()) {
      if (Set.of(Need.RUN, Need.WAITS).containsAll(source.needs())) {
        switch (source.figures(inputs, FigureOptions.NONE)) {
          case Outcome.Drawn drawn -> figures.addAll(drawn.figures());
          case Outcome.Absent absent -> assertFalse(absent.reason().isBlank(), source.name());
        }
      }
    }
    return figures;
  }

  @Test
  void namesAndDescriptionsAreFitForTheList() {
    assertEquals(FigureRegistry.names().size(), new HashSet<>(FigureRegistry.names()).size());
    for (FigureSource source : FigureRegistry.all()) {
      assertTrue(source.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), source.name());
      assertTrue(Character.isLowerCase(source.description().charAt(0)), source.description());
      assertFalse(source.description().endsWith("."), source.description());
      assertFalse(source.needs().isEmpty(), source.name());
      assertEquals(source, FigureRegistry.named(source.name()).orElseThrow());
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
        new SurfaceGraphics(surface),
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
}
