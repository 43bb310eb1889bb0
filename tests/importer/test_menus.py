"""Menus are recognised from one page alone, and text is not mistaken for one."""

from .pages import MENU, read

TEXT = "Le centre accueille chaque semaine des familles venues de toute la ville pour apprendre à lire."


def test_a_label_said_twice_is_menu_among_others() -> None:
    assert read(MENU + "Un centre ouvre ses portes aux familles\n" + TEXT).menu_lines[-2:] == (
        "- Emplois",
        "- Liens utiles",
    )


def test_a_hard_wrapped_text_of_a_menu_is_menu() -> None:
    wrapped = MENU.replace("invente ici ", "invente ici\n").replace("longue comme ", "longue comme\n")
    page = read(wrapped + "Un centre ouvre ses portes aux familles\n" + TEXT)
    assert len(page.menu_lines) == 9 and page.title == "Un centre ouvre ses portes aux familles"


def test_the_way_home_on_the_first_line_is_no_title() -> None:
    assert read(f"Accueil\nUn titre bien à lui\n{TEXT}\n{TEXT[:-1]}, puis à écrire.").title == "Un titre bien à lui"


def test_a_title_said_twice_stays_the_title() -> None:
    title = "Un nouveau centre ouvre ses portes à Taza"
    page = read(f"{title}\n{title}\n\n{TEXT}\n\n{TEXT[:-1]}, puis à écrire.")
    assert page.title == title and page.menu_lines == () and page.account.dropped > 0


def test_a_title_said_twice_after_a_menu_stays_the_title() -> None:
    title = "Un nouveau centre ouvre ses portes à Taza"
    page = read(MENU.split("- Emplois")[0] + f"{title}\n{title}\n{TEXT}\n{TEXT[:-1]}, puis à écrire.")
    assert page.title == title


def test_a_list_of_the_text_is_no_menu() -> None:
    page = read("Le centre propose des cours\n\nOn y apprend :\n- à lire\n- à écrire\n- à compter\n")
    assert page.menu_lines == () and "- à compter" in page.body


def test_short_lines_without_proof_are_kept() -> None:
    page = read("Un\nDeux\nTrois\nQuatre\n" + TEXT)
    assert page.menu_lines == () and all(word in page.body for word in ("Un", "Deux", "Trois", "Quatre"))


def test_the_same_labels_before_and_after_the_text_are_menu() -> None:
    labels = "La maison\nLe jardin\nLa cour\n"
    page = read(f"{labels}Un titre bien à lui\n{TEXT} {TEXT}\n{labels}")
    assert len(page.menu_lines) == 6 and page.title == "Un titre bien à lui"


def test_a_trail_and_a_bar_of_menu_words_are_menu() -> None:
    page = read(
        f"ACCUEIL | NOTRE ACTION | ACTUALITES | CONTACT\nAccueil > Actualités > 2016\nUn titre bien à lui\n{TEXT}"
    )
    assert len(page.menu_lines) == 2 and page.title == "Un titre bien à lui"


def test_the_same_paragraph_twice_is_listed_as_a_duplicate() -> None:
    page = read(f"Un titre bien à lui\n\n{TEXT}\n\nUne autre phrase.\n\n{TEXT}\n")
    assert page.body.count(TEXT) == 1 and page.account.dropped >= len(TEXT) and page.account.unplaced == ()


def test_a_nav_that_was_never_closed_does_not_swallow_the_page() -> None:
    page = read(f"<html><body><nav><a href='/'>Accueil</a><h1>Un titre bien à lui</h1><p>{TEXT}</p></body></html>")
    assert page.title == "Un titre bien à lui" and TEXT in page.body


def test_an_open_comment_does_not_swallow_the_page() -> None:
    assert TEXT in read(f"<html><body><!-- menu <p>{TEXT}</p></body></html>").body
