package org.limpid.plots.theme;

import java.awt.Color;

/**
 * Colours that people with any colour vision tell apart, after Masataka Okabe and Kei Ito, "Color
 * Universal Design" (2008); without their yellow, which is invisible on white, and with a grey and
 * the indigo of Paul Tol, "Colour Schemes" (2021).
 */
public enum Hue {
  VERMILLION(0xD55E00, 0xFF8A3D),
  BLUE(0x0072B2, 0x4FA8DE),
  GREEN(0x009E73, 0x2CC79B),
  PURPLE(0xA8528A, 0xDD94C0),
  ORANGE(0xE69F00, 0xF2B632),
  SKY(0x56B4E9, 0x8CCDF2),
  INDIGO(0x332288, 0x9C92F2),
  GREY(0x767676, 0xA0A0A0),
  BLACK(0x1A1A1A, 0xF0F0F0);

  private final Color onLight;
  private final Color onDark;

  Hue(int onLight, int onDark) {
    this.onLight = new Color(onLight);
    this.onDark = new Color(onDark);
  }

  Color on(boolean dark) {
    return dark ? onDark : onLight;
  }
}
