//! The colours of `look.typ` against WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for what is drawn (1.4.11).

const LOOK: &str = include_str!("../../template/look.typ");
const WHITE: [f64; 3] = [255.0; 3];

/// Red, green and blue, each from 0 to 255.
fn colour(name: &str) -> [f64; 3] {
    let start = format!("#let {name} = rgb(\"#");
    let hex = LOOK.lines().find_map(|line| line.strip_prefix(&start)).unwrap();
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()))
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour
        .map(|part| part / 255.0)
        .map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn black_on_white_is_21_to_1() {
    assert!((contrast([0.0; 3], WHITE) - 21.0).abs() < 1e-9);
}

#[test]
fn text_can_be_read_on_every_ground_it_stands_on() {
    for text in ["ink", "quiet", "blue"] {
        for ground in [WHITE, colour("tint"), colour("glow")] {
            let found = contrast(colour(text), ground);
            assert!(found >= 4.5, "{text} has {found:.2} on {ground:?}");
        }
    }
}

#[test]
fn a_bar_can_be_seen_on_its_track_and_the_interval_on_its_edge() {
    for ground in [WHITE, colour("track"), colour("glow")] {
        let found = contrast(colour("blue"), ground);
        assert!(found >= 3.0, "a bar has {found:.2} on {ground:?}");
    }
    for ground in [WHITE, colour("glow")] {
        assert!(contrast(colour("faint"), ground) >= 3.0);
    }
    assert!(contrast(colour("ink"), colour("amber")) >= 4.5);
    assert!(contrast(colour("ink"), WHITE) >= 3.0);
}
