package org.limpid.workbench.chart;

import java.awt.AWTError;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.knowm.xchart.XChartPanel;
import org.knowm.xchart.internal.chartpart.Chart;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** A window with charts below each other. */
final class ChartWindow {
  /** Says to Java that there is no display; Java looks at it once, when it first draws. */
  private static final String HEADLESS = "java.awt.headless";

  private ChartWindow() {}

  static void show(List<Chart<?, ?>> charts) {
    requireDisplay();
    CountDownLatch closed = new CountDownLatch(1);
    SwingUtilities.invokeLater(() -> open(charts, closed));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To be called before anything is drawn, as the command says that there is no display. */
  static void requireDisplay() {
    System.clearProperty(HEADLESS);
    try {
      if (!GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0) {
        return;
      }
    } catch (AWTError _) {
      // Said below.
    }
    throw new DataException(
        Problem.of(
            "display",
            "expected a display to open a window on, found none",
            "Maybe set DISPLAY, or write files with --out."));
  }

  private static void open(List<Chart<?, ?>> charts, CountDownLatch closed) {
    JFrame frame = new JFrame("Limpid");
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            closed.countDown();
          }
        });
    frame.add(panel(charts));
    frame.pack();
    frame.setVisible(true);
  }

  private static Component panel(List<Chart<?, ?>> charts) {
    JPanel column = new JPanel(new GridLayout(0, 1));
    charts.forEach(chart -> column.add(panel(chart)));
    return charts.size() == 1 ? column : new JScrollPane(column);
  }

  /** Zoom by dragging, back by a double click, and values under the mouse. */
  private static Component panel(Chart<?, ?> chart) {
    return new XChartPanel<>(chart)
        .setToolTipsEnabled(true)
        .setZoomEnabled(true)
        .setZoomResetByDoubleClick(true);
  }
}
