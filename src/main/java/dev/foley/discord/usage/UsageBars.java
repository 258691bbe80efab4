package dev.foley.discord.usage;

import dev.foley.discord.usage.Usage.Spent;
import dev.foley.discord.usage.Usage.Step;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.CategoryStyler;

/**
 * Two bars for each day or hour: the member's, and beside it the server's. On a card of its own, so that it is read as well where
 * Discord is dark as where it is light. Its only words are figures, and dates as ISO 8601 has them: no language's letters can be
 * missing.
 */
final class UsageBars implements UsagePicture.Drawing {
  /** Twice as large as Discord shows it, for sharp screens. */
  private static final int WIDTH = 1040;
  private static final int HEIGHT = 460;
  private static final int FONT_SIZE = 20;

  static final Color CARD = new Color(0x2B2D31);
  static final Color LABELS = new Color(0xC9CCD1);
  private static final Color GRID = new Color(0x46484F);
  /** As the squares of the embed's headings; both have a contrast above 3:1 to the card, to white and to Discord's greys. */
  static final Color MEMBER = new Color(0x3B8EEA);
  static final Color SERVER = new Color(0xD07024);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT)
      .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  @Override
  public byte[] png(Usage usage) throws IOException {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
    style(chart.getStyler());
    List<String> labels = labels(usage.member(), usage.period().step() == ChronoUnit.HOURS ? HOUR : DAY);
    chart.addSeries("member", labels, credits(usage.member())).setFillColor(MEMBER);
    usage.server().ifPresent(spent -> chart.addSeries("server", labels, credits(spent)).setFillColor(SERVER));
    return ChartEncoder.getBytes(chart, "png");
  }

  /** The library leaves out those that there is no room for. */
  private static List<String> labels(Spent spent, DateTimeFormatter format) {
    return spent.steps().stream().map(step -> format.format(step.start())).toList();
  }

  private static List<BigDecimal> credits(Spent spent) {
    return spent.steps().stream().map(Step::credits).toList();
  }

  private static void style(CategoryStyler style) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE);
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setAxisTitlesVisible(false);
    style.setChartBackgroundColor(CARD);
    style.setPlotBackgroundColor(CARD);
    style.setPlotBorderVisible(false);
    style.setChartPadding(FONT_SIZE);
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(2));
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setAxisTickLabelsFont(font);
    style.setAxisTickLabelsColor(LABELS);
    style.setYAxisTickMarkSpacingHint(HEIGHT / 4);
    style.setYAxisMin(0.0);
    style.setYAxisDecimalPattern("0.###");
    style.setLocale(Locale.ROOT);
    style.setAvailableSpaceFill(0.8);
  }
}
