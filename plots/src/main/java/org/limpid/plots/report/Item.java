package org.limpid.plots.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.jobs.JobData;
import org.limpid.results.table.PageTable;

/** A figure, table or list of jobs in a report. */
public sealed interface Item {
  /** Name in addresses within the report. */
  String name();

  /**
   * A figure.
   *
   * @param figure the figure
   * @param inPaper where the paper has its like: {@code Figure 8}
   * @param links files that hold the same
   */
  record Picture(Figure figure, Optional<String> inPaper, List<Report.Link> links) implements Item {
    public Picture {
      Objects.requireNonNull(figure, "figure");
      Objects.requireNonNull(inPaper, "inPaper");
      links = List.copyOf(links);
    }

    @Override
    public String name() {
      return figure.name();
    }

    /** Title and place in the paper. */
    public String title() {
      return figure.title() + inPaper.map(" (%s of the paper)"::formatted).orElse("");
    }

    /** Title, place in the paper and caption in one text. */
    public String words() {
      return "%s. %s".formatted(title(), figure.caption()).strip();
    }
  }

  /**
   * A table.
   *
   * @param table the table
   * @param links files that hold the same
   */
  record Tabulation(PageTable table, List<Report.Link> links) implements Item {
    public Tabulation {
      Objects.requireNonNull(table, "table");
      links = List.copyOf(links);
    }

    @Override
    public String name() {
      return table.name();
    }
  }

  /**
   * A list of jobs to pick one from and read its story; only web pages show it.
   *
   * @param data the jobs
   */
  record JobPicker(JobData data) implements Item {
    public JobPicker {
      Objects.requireNonNull(data, "data");
    }

    @Override
    public String name() {
      return "jobs";
    }
  }
}
