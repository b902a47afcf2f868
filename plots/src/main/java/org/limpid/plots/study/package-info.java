/** The files and the report of a study that makes the figures of a paper again. */
package org.limpid.plots.study;
