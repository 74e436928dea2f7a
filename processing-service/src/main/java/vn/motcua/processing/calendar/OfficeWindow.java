package vn.motcua.processing.calendar;

import java.time.LocalTime;

/** One stretch of office hours of a day, both ends included, Asia/Ho_Chi_Minh. */
record OfficeWindow(LocalTime from, LocalTime to) {}
