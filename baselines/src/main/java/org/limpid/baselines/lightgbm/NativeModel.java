package org.limpid.baselines.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;

/**
 * A trained model in native memory, through LightGBM's own C interface: the prediction of {@code
 * lightgbm4j} writes over the end of its buffer where there are three classes or more.
 */
record NativeModel(SWIGTYPE_p_void handle, long byteCount) {
  /** Reads LightGBM's own text of a model. */
  static NativeModel of(String text) {
    SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
    SWIGTYPE_p_int iterations = lightgbmlib.new_intp();
    try {
      check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, iterations, handle));
      return new NativeModel(lightgbmlib.voidpp_value(handle), text.length());
    } finally {
      lightgbmlib.delete_intp(iterations);
      lightgbmlib.delete_voidpp(handle);
    }
  }

  void free() {
    check(lightgbmlib.LGBM_BoosterFree(handle));
  }

  /** Predicts rows x width numbers, row by row; gives rows x outputs, row by row. */
  double[] predict(double[] flat, int rows, int width, int outputCount) {
    SWIGTYPE_p_double input = lightgbmlib.new_doubleArray(flat.length);
    SWIGTYPE_p_double output = lightgbmlib.new_doubleArray((long) rows * outputCount);
    SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
    try {
      for (int i = 0; i < flat.length; i++) {
        lightgbmlib.doubleArray_setitem(input, i, flat[i]);
      }
      predict(input, rows, width, length, output);
      double[] predicted = new double[Math.multiplyExact(rows, outputCount)];
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] = lightgbmlib.doubleArray_getitem(output, i);
      }
      return predicted;
    } finally {
      lightgbmlib.delete_int64_tp(length);
      lightgbmlib.delete_doubleArray(output);
      lightgbmlib.delete_doubleArray(input);
    }
  }

  private void predict(
      SWIGTYPE_p_double input,
      int rows,
      int width,
      SWIGTYPE_p_long_long length,
      SWIGTYPE_p_double output) {
    int rowMajor = 1;
    int firstTree = 0;
    int allTrees = -1;
    check(
        lightgbmlib.LGBM_BoosterPredictForMat(
            handle,
            lightgbmlib.double_to_voidp_ptr(input),
            lightgbmlibConstants.C_API_DTYPE_FLOAT64,
            rows,
            width,
            rowMajor,
            lightgbmlibConstants.C_API_PREDICT_NORMAL,
            firstTree,
            allTrees,
            "num_threads=1",
            length,
            output));
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException("LightGBM failed: " + lightgbmlib.LGBM_GetLastError());
    }
  }
}
