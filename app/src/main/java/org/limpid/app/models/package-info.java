/** The three models of Lucid: trained on a data set, kept in a folder, told to the simulator. */
package org.limpid.app.models;
