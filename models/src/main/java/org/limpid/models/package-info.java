/** The three models of Lucid: trained on a data set, kept in a folder, judged on held-out rows. */
package org.limpid.models;
