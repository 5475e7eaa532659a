package dev.rondo.samples.anomaly;

import dev.rondo.runtime.series.Episodes;
import dev.rondo.runtime.series.LabelledWindow;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.corpora.server.Component;
import dev.rondo.samples.corpora.server.ServerMetrics;
import dev.rondo.samples.corpora.server.WatchedServer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws series, one below the other, their scores and alarms, and where something was wrong. */
final class AnomalyPicture {
  private static final int WIDTH = 1_600;
  private static final int HEIGHT_OF_ONE = 170;
  private static final Color GRAY = new Color(0x555555);
  private static final Color BLUE = new Color(0x1f77b4);
  private static final Color RED = new Color(0xd62728);
  private static final Color WRONG = new Color(0xffe0b3);

  private final String title;
  private final List<LocalDateTime> times;
  private final List<XYPlot> plots = new ArrayList<>();

  private AnomalyPicture(String title, List<LocalDateTime> times) {
    this.title = title;
    this.times = times;
  }

  /** Draws each component of a server. */
  static AnomalyPicture of(WatchedServer server) {
    List<ServerMetrics> metrics = server.metrics();
    AnomalyPicture picture =
        new AnomalyPicture("a simulated server", metrics.stream().map(ServerMetrics::at).toList());
    for (Component component : Component.values()) {
      picture.add(
          component.name().toLowerCase(Locale.ROOT),
          metrics.stream().mapToDouble(component::of).toArray(),
          GRAY,
          server.faults().stream()
              .filter(fault -> fault.component() == component)
              .map(fault -> new LabelledWindow(fault.first(), fault.last()))
              .toList());
    }
    return picture;
  }

  /** Draws a series. */
  static AnomalyPicture of(String name, List<Reading> readings) {
    AnomalyPicture picture = new AnomalyPicture(name, readings.stream().map(Reading::at).toList());
    double[] values = readings.stream().mapToDouble(Reading::value).toArray();
    picture.add("value", values, GRAY, List.of());
    return picture;
  }

  /**
   * Writes the picture.
   *
   * @throws SampleFailure if the file cannot be written
   */
  void write(Path file, double[] scores, double threshold, List<LabelledWindow> windows) {
    add("score", scores, BLUE, windows);
    XYPlot score = plots.get(plots.size() - 1);
    ValueMarker line = new ValueMarker(threshold);
    line.setPaint(RED);
    line.setAlpha(1);
    score.addRangeMarker(line);
    for (LabelledWindow episode : Episodes.of(scores, threshold, LiveView.APART)) {
      ValueMarker alarm = new ValueMarker(millis(episode.first()));
      alarm.setPaint(RED);
      alarm.setAlpha(1);
      plots.forEach(plot -> plot.addDomainMarker(alarm));
    }
    DateAxis axis = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(axis);
    plots.forEach(all::add);
    JFreeChart chart =
        new JFreeChart(
            title + ": wrong where the ground is orange, alarms are red",
            JFreeChart.DEFAULT_TITLE_FONT,
            all,
            false);
    chart.setBackgroundPaint(Color.WHITE);
    try {
      ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, 60 + HEIGHT_OF_ONE * plots.size());
    } catch (IOException e) {
      throw SampleFailure.of("--picture: \"" + file + "\" cannot be written: " + e.getMessage());
    }
  }

  private void add(String name, double[] values, Color color, List<LabelledWindow> wrong) {
    XYSeries line = new XYSeries(name);
    for (int t = 0; t < values.length; t++) {
      line.add(millis(t), values[t]);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, color);
    renderer.setSeriesStroke(0, new BasicStroke(1));
    NumberAxis axis = new NumberAxis(name);
    axis.setAutoRangeIncludesZero(false);
    axis.setLabelFont(axis.getLabelFont().deriveFont(Font.BOLD));
    XYPlot plot = new XYPlot(new XYSeriesCollection(line), null, axis, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    for (LabelledWindow window : wrong) {
      IntervalMarker marker = new IntervalMarker(millis(window.first()), millis(window.last() + 1));
      marker.setPaint(WRONG);
      marker.setAlpha(1);
      plot.addDomainMarker(marker, Layer.BACKGROUND);
    }
    plots.add(plot);
  }

  private double millis(int step) {
    LocalDateTime at = times.get(Math.min(step, times.size() - 1));
    return at.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
