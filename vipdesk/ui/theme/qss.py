"""The one style sheet, made from tokens. Colours and edges only: fonts are set by `Look.font`.

Traps: a control with focus has a 2 px edge, so its padding shrinks by 1 and nothing shifts;
`outline: 0` hides a table's focus, the delegate draws it; placeholder ink must be set, or it
is 3.17:1. Roles are dynamic properties: `kind` on buttons, labels and frames.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from vipdesk.tokens import Colours, Tokens

_SHEET = Template(
    """
* { outline: 0; }
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[kind="canvas"] { background: $canvas; }
QLabel { background: transparent; }
QLabel[ink="text2"] { color: $text2; }
QLabel[ink="text3"] { color: $text3; }
QLabel[ink="danger"] { color: $danger; }
QLabel[ink="success"] { color: $success; }
QLabel[ink="warning"] { color: $warning; }
QLabel[ink="info"] { color: $info; }
QLabel[ink="private"] { color: $private; }
QLabel[ink="brass"] { color: $brass; }
QLabel[ink="accent"] { color: $accent; }
QLabel:disabled { color: $disabled; }

QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${r_card}px; }
QFrame[kind="card"][tone="private"] { background: $private_bg; border-color: $private; }
QFrame[kind="card"][tone="warning"] { background: $warning_bg; border-color: $warning; }
QFrame[kind="card"][tone="danger"] { background: $danger_bg; border-color: $danger; }
QFrame[kind="card"][tone="info"] { background: $info_bg; border-color: $info; }
QFrame[kind="card"][tone="success"] { background: $success_bg; border-color: $success; }
QFrame[kind="sunken"] { background: $sunken; border: 0; border-radius: ${r_card}px; }
QFrame[kind="panel"] { background: $surface; border: 0; border-left: 1px solid $border; }
QFrame[kind="sheet"] { background: $surface; border: 0; }
QFrame[kind="foot"] { background: $canvas; border: 0; border-top: 1px solid $border; }
QFrame[kind="popover"] { background: $surface; border: 1px solid $border_strong; border-radius: ${r_dialog}px; }
QFrame[kind="hairline"] { background: $border; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="brassline"] { background: $brass_deco; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="sidebar"] { background: $sunken; border: 0; border-right: 1px solid $border; }
QFrame[kind="bar"] { background: $surface; border: 1px solid $border_strong; border-radius: ${r_card}px; }
QFrame[kind="bar"][tone="danger"] { background: $danger_bg; border-color: $danger; }
QFrame[kind="bar"][tone="warning"] { background: $warning_bg; border-color: $warning; }

QPushButton { background: $surface; color: $text; border: 1px solid $border_strong;
  border-radius: ${r_control}px; padding: 0 12px; min-height: ${h_inner}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $focus; padding: 0 11px; min-height: ${h_inner_focus}px; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $canvas; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $disabled; border-color: $border; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_bg; }
QPushButton[kind="danger"]:focus { border: 2px solid $focus; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; color: $text2; }
QPushButton[kind="flat"]:hover { background: $hover; color: $text; }
QPushButton[kind="flat"]:pressed { background: $selected; }
QPushButton[kind="flat"]:focus { border: 2px solid $focus; }
QPushButton[kind="flat"]:checked { background: $selected; color: $text; }
QPushButton[kind="flat"]:disabled { color: $disabled; background: transparent; border-color: transparent; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: $link; padding: 0 4px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: 0 3px; }
QPushButton[kind="link"]:disabled { color: $disabled; }
QPushButton[kind="icon"] { background: transparent; border-color: transparent; padding: 0; min-width: ${h_inner}px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:pressed { background: $selected; }
QPushButton[kind="icon"]:checked { background: $selected; }
QPushButton[kind="icon"]:focus { border: 2px solid $focus; padding: 0; min-width: ${h_inner_focus}px; }
QPushButton[kind="nav"] { background: transparent; border: 1px solid transparent; color: $text2; text-align: left;
  padding: 0 12px; border-radius: ${r_control}px; min-height: ${h_nav}px; }
QPushButton[kind="nav"]:hover { background: $hover; color: $text; }
QPushButton[kind="nav"]:checked { background: $selected; color: $accent; border-left: 3px solid $accent; padding-left: 10px; }
QPushButton[kind="nav"]:focus { border: 2px solid $focus; padding: 0 11px; min-height: ${h_nav_focus}px; }
QPushButton[kind="tab"] { background: transparent; border: 0; border-bottom: 2px solid transparent; border-radius: 0;
  color: $text2; padding: 0 4px; min-height: ${h_inner}px; }
QPushButton[kind="tab"]:hover { color: $text; border-bottom-color: $border_strong; }
QPushButton[kind="tab"]:checked { color: $accent; border-bottom-color: $accent; }
QPushButton[kind="tab"]:focus { border: 2px solid $focus; border-radius: ${r_badge}px; padding: 0 2px; min-height: ${h_tab_focus}px; }
QPushButton[kind="choice"] { min-height: ${h_choice}px; padding: 8px 16px; text-align: left; border-radius: ${r_card}px; }
QPushButton[kind="choice"]:checked { background: $selected; border: 2px solid $accent; padding: 7px 15px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text;
  border: 1px solid $border_strong; border-radius: ${r_control}px; padding: 0 8px; min-height: ${h_inner}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text3; }
QPlainTextEdit, QTextEdit { padding: 4px 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $text3; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 0 7px; min-height: ${h_inner_focus}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 3px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $disabled; background: $canvas; border-color: $border; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $canvas; border-color: $border; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border_strong; padding: 4px;
  selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: ${r_badge}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; border: 1px solid transparent; border-radius: ${r_badge}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: $surface; border: 1px solid $border_strong; }
QCheckBox::indicator { border-radius: ${r_badge}px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: $canvas; }

QTableView, QListView, QTreeView { background: $surface; border: 0; gridline-color: $border;
  selection-background-color: $selected; selection-color: $text; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $text3; border: 0; border-bottom: 1px solid $border; padding: 0 12px; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[kind="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $sunken; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 8px; }
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${r_badge}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QSplitter::handle { background: $border; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 14px; height: 14px; margin: -7px 0; border-radius: 9px; }
QSlider::handle:horizontal:focus { border-color: $focus; background: $selected; }
QCalendarWidget QWidget { alternate-background-color: $surface; }
QCalendarWidget QAbstractItemView:enabled { color: $text; background: $surface; selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: 0; padding: 4px 8px; border-radius: ${r_badge}px; }
QCalendarWidget QToolButton:hover { background: $hover; }
"""
)


def sheet(tokens: Tokens, colours: Colours, percent: int) -> str:
    """The style sheet of one theme at one text size."""

    def scaled(pixels: int) -> int:
        return round(pixels * percent / 100)

    control = scaled(tokens.size.control)
    values: dict[str, object] = {
        **asdict(colours),
        "r_badge": tokens.radius.badge,
        "r_control": tokens.radius.control,
        "r_card": tokens.radius.card,
        "r_dialog": tokens.radius.dialog,
        "h_inner": control - 2,
        "h_inner_focus": control - 4,
        "h_tab_focus": control - 4,
        "h_nav": control + 2,
        "h_nav_focus": control,
        "h_choice": scaled(tokens.size.large),
    }
    return _SHEET.substitute(values)
