package org.limpid.plots.report;

import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.jobs.JobData;
import org.limpid.plots.jobs.TimeData;
import org.limpid.results.table.PageTable;

/** A figure, table or list of jobs in a report. */
public sealed interface Item {
  /** Name in addresses within the report. */
  String name();

  /** A figure with its number, its place in the paper, and files that hold the same. */
  record Picture(int number, Figure figure, Optional<String> inPaper, List<Report.Link> links)
      implements Item {
    public Picture {
      links = List.copyOf(links);
    }

    @Override
    public String name() {
      return figure.name();
    }

    /** Number and title. */
    public String heading() {
      return "Figure %d: %s".formatted(number, figure.title());
    }

    /** Number, title, and place in the paper. */
    public String title() {
      return heading() + inPaper.map(" (%s of the paper)"::formatted).orElse("");
    }

    /** Title, place in the paper and caption in one text. */
    public String words() {
      return "%s. %s".formatted(title(), figure.caption()).strip();
    }
  }

  /** A table, and files that hold the same. */
  record Tabulation(PageTable table, List<Report.Link> links) implements Item {
    public Tabulation {
      links = List.copyOf(links);
    }

    @Override
    public String name() {
      return table.name();
    }
  }

  /**
   * Time lines of the cluster and of the jobs of the picker, which must be on the same page, and
   * the worst waits; only web pages show them.
   */
  record TimeLines(TimeData data) implements Item {
    @Override
    public String name() {
      return "time-lines";
    }
  }

  /** A list of jobs to pick one from and read its story; only web pages show it. */
  record JobPicker(JobData data) implements Item {
    @Override
    public String name() {
      return "jobs";
    }
  }
}
