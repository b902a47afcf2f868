package org.limpid.plots.study;

import org.limpid.plots.figure.Figure;
import org.limpid.results.table.PageTable;

/**
 * A figure of a paper, made again.
 *
 * @param inPaper where the paper has it: {@code Figure 8a}; empty if it has none
 * @param figure what is drawn
 * @param table its numbers
 */
public record PaperFigure(String inPaper, Figure figure, PageTable table) {}
