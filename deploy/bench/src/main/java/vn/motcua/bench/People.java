package vn.motcua.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Invented people, with names as they are common in the north-west. */
final class People {
    private static final List<String> FAMILY = List.of(
            "Lò", "Quàng", "Cà", "Lường", "Tòng", "Điêu", "Hoàng", "Bạc", "Nguyễn", "Trần", "Lê", "Phạm", "Vàng",
            "Giàng", "Sùng", "Mùa", "Hà", "Đinh", "Bùi", "Cầm");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc", "Quang", "Thu");
    private static final List<String> GIVEN = List.of(
            "Hoa", "Tú", "Kính", "Chu", "Vui", "Nhài", "Quỳnh", "Biên", "Pánh", "Ánh", "Mai", "Dung", "Hương", "Thảo",
            "Sơn", "Hùng", "Dũng", "Tuấn", "Phương", "Linh", "Yến", "Oanh", "Hạnh", "Phúc", "Lộc", "Thọ", "Xuân", "Hạ",
            "Thu", "Đông");

    private People() {}

    static String name(SplittableRandom random) {
        return pick(FAMILY, random) + " " + pick(MIDDLE, random) + " " + pick(GIVEN, random);
    }

    static String citizenNumber(SplittableRandom random) {
        return "014" + random.nextInt(4) + digits(random, 8);
    }

    static String phone(SplittableRandom random) {
        return "09" + digits(random, 8);
    }

    private static String pick(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String digits(SplittableRandom random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
