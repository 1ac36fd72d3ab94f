//! Intervals beside published examples and beside statsmodels 0.15.0 (Python).

use proptest::prelude::*;
use survey::{Interval, Z95, newcombe_difference, wilson};

const TOLERANCE: f64 = 1e-12;

/// Share, answers, and the two ends by `proportion_confint(share * n, n, method="wilson")` of statsmodels 0.15.0.
const WILSON: [(f64, u32, f64, f64); 12] = [
    (81.0 / 263.0, 263, 0.255_288_519_878_274_2, 0.366_209_576_982_800_04),
    (15.0 / 148.0, 148, 0.062_386_399_530_736_28, 0.160_487_241_723_308_03),
    (0.0, 20, 0.0, 0.161_125_158_052_819_4),
    (1.0 / 29.0, 29, 0.006_113_214_292_762_667, 0.171_755_218_793_202_94),
    (1.0, 20, 0.838_874_841_947_180_4, 1.0),
    (1.0, 1, 0.206_549_314_377_237_4, 1.0),
    (0.0, 1, 0.0, 0.793_450_685_622_762_7),
    // Published percentages, which are no whole counts.
    (0.83, 1611, 0.810_877_276_633_100_7, 0.847_552_685_139_425_3),
    (0.68, 1877, 0.658_547_663_244_259_8, 0.700_717_067_353_333_1),
    (0.86, 2271, 0.845_120_233_494_374_6, 0.873_663_923_379_426_3),
    (0.5, 7, 0.202_371_693_606_485_33, 0.797_628_306_393_514_7),
    (0.025, 1352, 0.017_927_248_559_237_087, 0.034_764_353_660_120_96),
];

/// Two samples, and the two ends by `confint_proportions_2indep(…, method="newcomb", compare="diff")` of the same.
const NEWCOMBE: [(f64, u32, f64, u32, f64, f64); 11] = [
    (56.0 / 70.0, 70, 48.0 / 80.0, 80, 0.052_431_472_402_364_98, 0.333_872_654_036_906_14),
    (0.9, 10, 0.3, 10, 0.170_522_723_934_502_9, 0.809_017_973_535_488),
    (6.0 / 7.0, 7, 2.0 / 7.0, 7, 0.058_227_927_482_312_09, 0.806_249_637_524_227_8),
    (5.0 / 56.0, 56, 0.0, 29, -0.038_137_147_903_536_936, 0.192_560_013_855_111_65),
    (0.0, 10, 0.0, 20, -0.161_125_158_052_819_4, 0.277_532_799_862_889_26),
    (0.0, 10, 0.0, 10, -0.277_532_799_862_889_26, 0.277_532_799_862_889_26),
    (1.0, 10, 0.0, 20, 0.679_086_037_141_914_5, 1.0),
    (1.0, 10, 0.0, 10, 0.607_509_350_430_524_1, 1.0),
    (0.83, 1611, 0.80, 2271, 0.005_105_886_257_876_96, 0.054_402_043_107_888_445),
    (0.47, 1877, 0.46, 1093, -0.027_205_935_970_196, 0.047_057_813_739_319_21),
    (0.69, 300, 0.74, 1352, -0.108_993_715_587_867_27, 0.005_168_616_643_082_408),
];

/// The first examples as Newcombe (1998) prints them for method 10, to four places.
const PRINTED: [(f64, f64); 8] = [
    (0.0524, 0.3339),
    (0.1705, 0.8090),
    (0.0582, 0.8062),
    (-0.0381, 0.1926),
    (-0.1611, 0.2775),
    (-0.2775, 0.2775),
    (0.6791, 1.0),
    (0.6075, 1.0),
];

fn is_near(interval: Interval, low: f64, high: f64, tolerance: f64) -> bool {
    (interval.low - low).abs() < tolerance && (interval.high - high).abs() < tolerance
}

#[test]
fn wilson_agrees_with_statsmodels() {
    for (share, n, low, high) in WILSON {
        let interval = wilson(share, n, Z95);
        assert!(is_near(interval, low, high, TOLERANCE), "{share} of {n}: {interval:?}");
    }
}

#[test]
fn newcombe_agrees_with_statsmodels() {
    for (p1, n1, p2, n2, low, high) in NEWCOMBE {
        let interval = newcombe_difference(p1, n1, p2, n2, Z95);
        assert!(is_near(interval, low, high, TOLERANCE), "{p1} of {n1}, {p2} of {n2}: {interval:?}");
    }
}

#[test]
fn newcombe_gives_what_the_article_prints() {
    for ((p1, n1, p2, n2, ..), (low, high)) in NEWCOMBE.into_iter().zip(PRINTED) {
        let interval = newcombe_difference(p1, n1, p2, n2, Z95);
        assert!(is_near(interval, low, high, 5.001e-5), "{p1} of {n1}, {p2} of {n2}: {interval:?}");
    }
}

#[test]
fn no_answers_tell_nothing() {
    assert_eq!(wilson(0.4, 0, Z95), Interval { low: 0.0, high: 1.0 });
}

proptest! {
    #[test]
    fn an_interval_holds_its_share_and_narrows_with_more_answers(share in 0.0..=1.0_f64, n in 1..5_000_u32) {
        let interval = wilson(share, n, Z95);
        prop_assert!(interval.low - TOLERANCE <= share && share <= interval.high + TOLERANCE);
        prop_assert!(interval.low >= 0.0 && interval.high <= 1.0);
        let more = wilson(share, n * 4, Z95);
        prop_assert!(more.high - more.low < interval.high - interval.low);
    }

    #[test]
    fn a_difference_turned_round_changes_its_sign(
        p1 in 0.0..=1.0_f64, n1 in 1..5_000_u32, p2 in 0.0..=1.0_f64, n2 in 1..5_000_u32,
    ) {
        let one_way = newcombe_difference(p1, n1, p2, n2, Z95);
        let other_way = newcombe_difference(p2, n2, p1, n1, Z95);
        prop_assert!(is_near(one_way, -other_way.high, -other_way.low, TOLERANCE));
        prop_assert!(one_way.low >= -1.0 - TOLERANCE && one_way.high <= 1.0 + TOLERANCE);
    }
}
